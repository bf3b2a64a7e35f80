// A form that is written over a broken line: what could not be sent is kept on this device, sent again by itself, and what others
// wrote meanwhile comes into the form without taking anything away that is being typed.
(() => {
  'use strict';
  const again = 15_000;
  const keyOf = form => `kept.${form.dataset.offline}`;
  const isOurs = name => !name.startsWith('__');
  const text = form => JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && isOurs(name) && name !== 'Revision'));
  const revision = form => form.querySelector('[name=Revision]').value;

  let form;
  let sent = null;
  let began = null;

  const note = (words, isWrong) => {
    const line = form.querySelector('.save-offline');
    if (!line) { return; }
    line.hidden = !words;
    line.classList.toggle('save-wrong', isWrong);
    if (words) { line.replaceChildren(words); }
  };
  const keep = () => {
    try { localStorage.setItem(keyOf(form), JSON.stringify({ revision: revision(form), text: text(form) })); } catch { /* No room: the page itself still holds it. */ }
  };
  const forget = () => localStorage.removeItem(keyOf(form));
  const send = () => { if (sent === null) { form.dispatchEvent(new Event('change', { bubbles: true })); } };

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
    if (!isMerged) { return; }
    if (text(form) !== sent) { event.detail.shouldSwap = false; return; }
    takeIn(event.detail.xhr.responseText);
    began = text(form);
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (!form || !event.target.matches?.('.save')) { return; }
    const answer = event.detail.xhr;
    const isKept = answer.status === 200 && answer.responseText.includes('id="standing"');
    const isLast = text(form) === sent || (isKept && text(form) === began);
    sent = null;
    if (isKept) {
      note(null, false);
      if (isLast) { began = text(form); forget(); } else { send(); }
      return;
    }
    if (answer.status === 0 || answer.status >= 500) { setTimeout(() => note(form.dataset.offlineNote, true)); }
  });

  const start = () => {
    form = document.querySelector('form[data-offline]');
    if (!form) { return; }
    began = text(form);
    if (form.dataset.saved) { forget(); }
    form.addEventListener('input', keep);
    form.addEventListener('change', () => { if (text(form) !== began) { keep(); } });
    window.addEventListener('online', send);
    setInterval(() => { if (localStorage.getItem(keyOf(form))) { send(); } }, again);
    if (sessionStorage.getItem(keyOf(form))) {
      sessionStorage.removeItem(keyOf(form));
      note(form.dataset.offlineSent, false);
    }
    void leftover();
  };

  // Text that a closed page could not send any more.
  const leftover = async () => {
    const left = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null');
    if (!left || left.text === began) { forget(); return; }
    const body = new FormData();
    JSON.parse(left.text).forEach(([name, value]) => body.append(name, value));
    body.set('Revision', left.revision);
    body.set('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
    try {
      const answer = await fetch(form.querySelector('.save').getAttribute('hx-post'), { method: 'POST', body });
      if (!answer.ok) { return; }
      const page = await answer.text();
      const standing = new DOMParser().parseFromString(page, 'text/html').querySelector('#standing');
      if (!standing || text(form) !== began) { return; }
      forget();
      sessionStorage.setItem(keyOf(form), 'sent');
      // Not again what this page may be the answer of.
      location.replace(location.pathname);
    } catch { note(form.dataset.offlineNote, true); }
  };

  document.addEventListener('DOMContentLoaded', start);
})();
