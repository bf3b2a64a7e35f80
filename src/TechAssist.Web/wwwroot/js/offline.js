// A form that is written over a broken line: what could not be sent is kept on this device (see kept.js), sent again by itself, and what
// others wrote meanwhile comes into the form without taking anything away that is being typed.
(() => {
  'use strict';
  const again = 15_000;
  const isOurs = name => !name.startsWith('__');
  const fields = form => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && isOurs(name) && name !== 'Revision');
  const text = form => JSON.stringify(fields(form));
  const revision = form => form.querySelector('[name=Revision]').value;

  let form;
  let sent = null;
  let began = null;
  let refused = null;
  let isTokenNew = false;

  const note = (words, isWrong) => {
    const line = form.querySelector('.save-offline');
    if (!line) { return; }
    line.hidden = !words;
    line.classList.toggle('save-wrong', isWrong);
    if (words) { line.replaceChildren(words); }
  };

  // What was written since the server had it last, as its writer would look for it.
  const wordsOf = (name, value) => {
    const found = form.elements.namedItem(name);
    const field = found instanceof RadioNodeList ? [...found].find(one => one.value === value) ?? found[0] : found;
    if (!field || field.type === 'hidden') { return null; }
    const isChoice = field.type === 'radio' || field.type === 'checkbox';
    const row = field.closest('fieldset.row-box');
    const group = field.closest('fieldset.field:not(.rows)');
    const said = isChoice ? field.labels[0]?.textContent : field.selectedOptions?.[0]?.textContent;
    const places = [field.closest('.part')?.querySelector('h2'), row?.querySelector('legend'), group?.querySelector('legend'), isChoice ? null : field.labels[0]];
    return { label: places.filter(Boolean).map(part => part.textContent.trim()).join(', '), value: (said ?? value).trim() };
  };
  const written = now => {
    const before = new Map(JSON.parse(began));
    return now.filter(([name, value]) => value.trim() && before.get(name) !== value).map(([name, value]) => wordsOf(name, value)).filter(Boolean);
  };
  const keep = () => {
    const now = fields(form);
    const isKept = window.Kept.keep({ revision: revision(form), text: JSON.stringify(now), words: written(now) });
    if (!isKept) { note(window.Kept.words.full, true); }
  };
  const isChanged = () => text(form) !== began;
  const send = () => { if (sent === null) { form.dispatchEvent(new Event('change', { bubbles: true })); } };
  const sendAgain = () => { if (window.Kept.has() && text(form) !== refused) { send(); } };

  // Others' text comes in only while nobody has typed since; otherwise the next save brings it.
  const takeIn = html => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.editor-body');
    const old = form.querySelector('.editor-body');
    if (!fresh || !old) { return; }
    const at = document.activeElement;
    const [id, from, to, top] = [at?.id, at?.selectionStart, at?.selectionEnd, at?.getBoundingClientRect().top];
    old.replaceWith(fresh);
    window.htmx.process(fresh);
    const back = old.contains(at) && id ? document.getElementById(id) : null;
    if (back) {
      back.focus({ preventScroll: true });
      if (from !== null && from !== undefined) { try { back.setSelectionRange(from, to); } catch { /* A field without a caret. */ } }
      window.scrollBy(0, back.getBoundingClientRect().top - top);
    }
  };

  document.addEventListener('htmx:beforeRequest', event => { if (form?.contains(event.target) && event.target.matches('.save')) { sent = text(form); } });
  document.addEventListener('htmx:beforeSwap', event => {
    if (!form?.contains(event.target) || event.detail.target?.id !== 'standing') { return; }
    const isMerged = event.detail.xhr.responseText.includes('data-merged="yes"');
    if (!event.detail.shouldSwap || !isMerged) { return; }
    if (text(form) !== sent) { event.detail.shouldSwap = false; return; }
    takeIn(event.detail.xhr.responseText);
    began = text(form);
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (!form || !event.target.matches?.('.save')) { return; }
    const answer = event.detail.xhr;
    const hasState = answer.responseText.includes('id="standing"');
    const isKept = answer.status === 200 && hasState;
    const typed = sent;
    const isLast = text(form) === sent || (isKept && text(form) === began);
    sent = null;
    if (isKept) {
      note(null, false);
      [refused, isTokenNew] = [null, false];
      if (isLast) { began = text(form); window.Kept.forget(); } else { send(); }
      return;
    }
    setTimeout(() => void missed(answer.status, hasState, typed));
  });

  // The save did not come through. The page keeps how the text stands, and the revision it was typed on.
  const missed = async (status, hasState, typed) => {
    if (status === 401) { note(window.Kept.words.signedOut, true); return; }
    if (status === 0 || status === 429 || status >= 500) { note(window.Kept.words.waits, true); return; }
    if (status === 400 && !hasState && !isTokenNew) {
      const why = await window.Kept.reach();
      if (why) { note(why, true); return; }
      isTokenNew = true;
      send();
      return;
    }
    // Not again by itself what is refused; another change, or a new page, tries again.
    refused = typed;
    note(hasState ? window.Kept.words.stays : window.Kept.words.refused, true);
  };

  // A click that leads to the server goes there only while it answers: else the page stays, with everything in it.
  let isAsking = false;
  const pass = async button => {
    if (isAsking) { return; }
    isAsking = true;
    try {
      const why = await window.Kept.reach();
      if (why) { note(why, true); return; }
      // What others wrote may have come in meanwhile, and with it the same button anew.
      const same = form.contains(button) ? button : [...form.querySelectorAll('button')].find(other => other.name === button.name && other.value === button.value);
      form.dataset.passes = 'yes';
      form.requestSubmit(same ?? null);
    } finally { isAsking = false; }
  };
  const hold = event => {
    if (form.dataset.passes) { delete form.dataset.passes; return; }
    event.preventDefault();
    event.stopPropagation();
    if (isChanged()) { keep(); }
    void pass(event.submitter);
  };

  const start = () => {
    form = document.querySelector('form[data-offline]');
    if (!form || !window.Kept) { return; }
    began = text(form);
    // The answer to a form that was sent and not taken: what it shows is on no server yet.
    if (form.dataset.unsent) { [refused, began] = [began, '[]']; keep(); }
    form.addEventListener('input', keep);
    form.addEventListener('submit', hold);
    form.addEventListener('change', () => { if (isChanged()) { keep(); } });
    window.addEventListener('online', sendAgain);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { sendAgain(); } });
    setInterval(sendAgain, again);
    window.Kept.start({
      isMine: entry => {
        if (entry.text !== text(form)) { return false; }
        if (form.dataset.unsent) { window.Kept.keep(entry); }
        return true;
      },
      sent: html => {
        if (!isChanged()) {
          takeIn(html);
          form.querySelector('#standing').replaceWith(new DOMParser().parseFromString(html, 'text/html').querySelector('#standing'));
          began = text(form);
        }
        note(window.Kept.words.sent, false);
      },
      later: why => note(why, true),
    });
  };

  document.addEventListener('DOMContentLoaded', start);
})();
