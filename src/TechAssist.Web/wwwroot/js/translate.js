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

  let [typed, sent, kept] = [0, 0, 0];
  form.addEventListener('input', () => { typed += 1; });
  form.addEventListener('submit', () => { kept = typed; });
  document.addEventListener('htmx:beforeRequest', event => { if (event.target.matches?.('.save')) { sent = typed; } });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.target.matches?.('.save') && event.detail.successful && !document.querySelector('#standing [role=alert]')) { kept = sent; }
  });
  window.addEventListener('beforeunload', event => { if (kept !== typed) { event.preventDefault(); } });
})();
