// Remarks on words of a report: what is selected in the text goes into the form of its section, and in the editor a remark leads to its
// words. Without this file the words are copied into the form by hand.
(() => {
  'use strict';
  const around = 60;
  const body = document.querySelector('[data-remark]');

  // In the editor: the field, with the words selected in it.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-words]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field?.setSelectionRange) { return; }
    event.preventDefault();
    const words = link.dataset.words.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s*_]+');
    const found = new RegExp(words).exec(field.value);
    field.focus();
    if (found) { field.setSelectionRange(found.index, found.index + found[0].length); }
    field.scrollIntoView({ block: 'center' });
  });
  if (!body) { return; }

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary remark-button';
  button.textContent = body.dataset.remark;
  button.hidden = true;
  document.body.append(button);

  // The selection, where it lies in one text whose section takes remarks.
  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) { return null; }
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest('[data-field]');
    const end = range.endContainer.parentElement?.closest('[data-field]');
    const form = start && start === end && document.getElementById(`comment-new-${start.dataset.section}`);
    const quote = selection.toString().trim();
    return form && quote.length > 0 && quote.length <= 1000 ? { range, text: start, form, quote } : null;
  };
  const said = (text, set) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    set(range);
    return range.toString();
  };

  document.addEventListener('selectionchange', () => {
    const now = selected();
    button.hidden = !now;
    if (!now) { return; }
    const box = now.range.getBoundingClientRect();
    button.style.top = `${window.scrollY + box.bottom + 8}px`;
    button.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 260))}px`;
  });
  // Pressing the button must not take the selection away first.
  button.addEventListener('mousedown', event => event.preventDefault());
  button.addEventListener('click', () => {
    const now = selected();
    if (!now) { return; }
    const fill = (name, value) => { now.form.querySelector(`[name="Input.${name}"]`).value = value; };
    fill('Quote', now.quote);
    fill('Field', now.text.dataset.field);
    fill('Before', said(now.text, range => range.setEnd(now.range.startContainer, now.range.startOffset)).slice(-around));
    fill('After', said(now.text, range => range.setStart(now.range.endContainer, now.range.endOffset)).slice(0, around));
    now.form.open = true;
    button.hidden = true;
    document.getSelection().removeAllRanges();
    const words = now.form.querySelector('[name="Input.Text"]');
    words.scrollIntoView({ block: 'center' });
    words.focus({ preventScroll: true });
  });
})();
