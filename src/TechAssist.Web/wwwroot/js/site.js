// Small comforts. Every page works without this file.
(() => {
  'use strict';

  // After a refused form, the list of what is wrong is read first.
  const focusSummary = root => root.querySelector?.('#error-summary')?.focus();

  // Counts down characters; typing is never cut off.
  const count = field => {
    const note = document.getElementById(`${field.id}-count`);
    if (!note) { return; }
    const left = Number(field.dataset.max) - field.value.length;
    note.textContent = (left >= 0 ? note.dataset.left : note.dataset.over).replace('{0}', Math.abs(left).toLocaleString(document.documentElement.lang));
    note.classList.toggle('over', left < 0);
  };
  document.addEventListener('input', event => { if (event.target.dataset?.max) { count(event.target); } });

  // A form is sent once, however often the button is pressed.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  // A form that saves itself: what came of it is told; sending it waits for a save under way, and no save starts after.
  const isAutosave = form => form instanceof HTMLFormElement && 'autosave' in form.dataset;
  document.addEventListener('htmx:beforeRequest', event => { if (isAutosave(event.target) && event.target.dataset.sent) { event.preventDefault(); } });
  document.addEventListener('htmx:beforeSwap', event => { if (isAutosave(event.target)) { event.detail.shouldSwap = event.detail.xhr.responseText.includes('id="saved-text"'); } });
  document.addEventListener('htmx:beforeSend', event => { if (isAutosave(event.target)) { event.target.dataset.saving = 'yes'; } });
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.target;
    if (!isAutosave(form)) { return; }
    delete form.dataset.saving;
    if (!event.detail.xhr.responseText.includes('id="saved-text"')) {
      const text = document.querySelector('#saved-text');
      if (text) { text.replaceChildren(...[form.dataset.autosave, text.querySelector('input')].filter(Boolean)); }
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!isAutosave(form)) { return; }
    if (form.dataset.saving) {
      event.preventDefault();
      form.addEventListener('htmx:afterRequest', () => setTimeout(() => form.requestSubmit(event.submitter)), { once: true });
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  // An answer that does not tell how the text stands (an error, a refusal before the page was asked) takes nothing away.
  document.addEventListener('htmx:beforeSwap', event => { if (event.target.matches?.('.save, .save *')) { event.detail.shouldSwap &&= event.detail.xhr.responseText.includes('id="standing"'); } });

  // The session has ended. A search leads to the sign-in page and comes back; a page on which somebody writes stays as it is.
  document.addEventListener('htmx:responseError', event => {
    const form = event.detail.xhr.status === 401 && event.target instanceof HTMLFormElement ? event.target : null;
    if (!form || isAutosave(form)) { return; }
    if (form.method === 'get') { form.submit(); } else { location.reload(); }
  });

  // What comes in by itself never takes away what somebody is filling in or about to press.
  document.addEventListener('htmx:oobBeforeSwap', event => {
    const old = event.detail.target;
    if (old.contains(document.activeElement) || old.querySelector('details[open]')) { event.detail.shouldSwap = false; }
  });

  // A person who touches the page reads it; programs that open every link of a mail do not.
  const seen = event => {
    const form = event.isTrusted && document.querySelector('form[data-seen]');
    if (!form) { return; }
    ['pointerdown', 'keydown', 'scroll'].forEach(kind => document.removeEventListener(kind, seen, true));
    fetch(form.dataset.seen, { method: 'POST', body: new FormData(form), keepalive: true }).catch(() => {});
  };
  ['pointerdown', 'keydown', 'scroll'].forEach(kind => document.addEventListener(kind, seen, true));

  // Menus close with Escape and by a click elsewhere.
  document.addEventListener('click', event => {
    document.querySelectorAll('details.profile-menu[open]').forEach(menu => { if (!menu.contains(event.target)) { menu.open = false; } });
  });
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && document.querySelector('details.profile-menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  // The bell tells of new notifications while its page is looked at; a page in the background holds no line open.
  const listen = () => {
    const bell = document.querySelector('#bell');
    if (!bell || !window.EventSource) { return; }
    let stream;
    const show = count => {
      const number = bell.querySelector('.bell-count');
      number.hidden = count === 0;
      number.textContent = count < 100 ? count : '99+';
      bell.setAttribute('aria-label', count === 0 ? bell.dataset.none : count === 1 ? bell.dataset.one : count < 100 ? bell.dataset.other.replace('{0}', count) : bell.dataset.many);
    };
    const follow = () => {
      stream?.close();
      stream = document.hidden ? null : new EventSource('/notifications/stream');
      stream?.addEventListener('unread', event => show(Number(event.data)));
    };
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', () => stream?.close());
    follow();
  };

  const ready = root => {
    root.querySelectorAll?.('[data-max]').forEach(count);
    root.querySelectorAll?.('[data-print]').forEach(button => { button.hidden = false; button.addEventListener('click', () => window.print()); });
  };
  // What keeps itself says so when it could not.
  const offline = event => {
    // The editor of offline.js tells more.
    if (document.querySelector('form[data-offline]')) { return; }
    document.querySelectorAll(event.detail.xhr?.status === 401 ? '.save-signed-out' : '.save-offline').forEach(note => { note.hidden = false; });
  };
  ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(kind => document.addEventListener(kind, offline));

  document.addEventListener('DOMContentLoaded', () => { ready(document); focusSummary(document); listen(); });
  document.addEventListener('htmx:afterSettle', event => { ready(event.target); focusSummary(event.target); });
})();
