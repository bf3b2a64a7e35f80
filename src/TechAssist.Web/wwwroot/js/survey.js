// A participant's answer over a broken line: what is typed stays on this device until it was taken, and is sent again by itself. The
// form keeps its number, so that an answer that did arrive is not counted twice.
(() => {
  'use strict';
  const again = 15_000;
  // A telephone goes from hand to hand: what was typed yesterday is not shown to the next one.
  const longest = 12 * 3600_000;
  const isOurs = name => name.startsWith('Input.');
  const keyOf = path => `kept.${path}`;

  const sent = document.querySelector('[data-answered]');
  const form = document.querySelector('form[data-keep]');
  if (sent) { localStorage.removeItem(keyOf(sent.dataset.answered)); }
  if (!form) { return; }
  const key = keyOf(form.dataset.keep);
  const line = form.querySelector('[data-keep-note]');
  let isSending = false;

  const keep = waits => {
    const fields = [...new FormData(form)].filter(([name]) => isOurs(name));
    try { localStorage.setItem(key, JSON.stringify({ fields, waits, at: Date.now() })); } catch { /* No room: the page itself still holds it. */ }
  };
  const say = words => { line.textContent = words; line.hidden = false; line.scrollIntoView({ block: 'nearest' }); };
  const wait = words => { keep(true); say(words); setTimeout(send, again); };

  const send = async () => {
    if (isSending) { return; }
    isSending = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual' });
      if (answer.type === 'opaqueredirect') {
        localStorage.removeItem(key);
        location.replace(form.dataset.keep);
      } else if (answer.status === 429 || answer.status >= 500) {
        wait(form.dataset.keepBusy);
      } else {
        // Something is to be put right: the page that says so comes the ordinary way.
        keep(false);
        form.submit();
      }
    } catch { wait(form.dataset.keepOffline); }
    finally { isSending = false; }
  };

  const restore = () => {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    // A page that came back with messages holds what was typed already.
    if (!kept || (!kept.waits && Date.now() - kept.at > longest) || document.querySelector('.error-summary')) { return; }
    kept.fields.forEach(([name, value]) => {
      const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      fields.forEach(field => { if (field.type === 'radio') { field.checked = field.value === value; } else { field.value = value; } });
    });
    if (kept.waits) { void send(); }
  };

  form.addEventListener('input', () => keep(false));
  form.addEventListener('submit', event => { event.preventDefault(); void send(); });
  window.addEventListener('online', () => { if (!line.hidden) { void send(); } });
  restore();
})();
