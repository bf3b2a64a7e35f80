// Beside a text and its translation: takes the original over, for names and what reads the same in both languages, and does not let a page
// be closed without a word while something on it is not kept.
(() => {
  'use strict';
  const form = document.querySelector('form.editor');
  if (!form) { return; }
  document.querySelectorAll('[data-copy]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const field = button.closest('.side-by-side').querySelector('textarea');
      field.value = document.getElementById(button.dataset.copy).textContent;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  });

  // The answer to a form that was sent and not taken shows what is on no server yet.
  let [typed, sent, kept] = [0, 0, form.dataset.unsent ? -1 : 0];
  let replacing = [];
  const isSave = event => event.target.matches?.('.save');
  const hasState = answer => answer.responseText.includes('id="standing"');
  form.addEventListener('input', () => { typed += 1; });
  form.addEventListener('submit', () => { kept = typed; });
  document.addEventListener('htmx:beforeRequest', event => {
    if (!isSave(event)) { return; }
    sent = typed;
    replacing = [...form.querySelectorAll('[name$=".Replaces"]:checked')];
  });
  document.addEventListener('htmx:beforeSwap', event => { if (isSave(event) && !hasState(event.detail.xhr)) { event.detail.shouldSwap = false; } });
  document.addEventListener('htmx:afterRequest', event => {
    if (!isSave(event)) { return; }
    const answer = event.detail.xhr;
    if (!hasState(answer)) { document.querySelectorAll(answer.status === 401 ? '.save-signed-out' : '.save-offline').forEach(note => { note.hidden = false; }); return; }
    if (answer.status !== 200 || /role="alert"/.test(answer.responseText.split('id="standing"')[1])) { return; }
    kept = sent;
    // What replaced another's words did so once.
    replacing.forEach(box => { box.checked = false; });
  });
  window.addEventListener('beforeunload', event => { if (kept !== typed) { event.preventDefault(); } });
})();
