// What was written into a form and could not be sent: on this device, the text of each page under a key of its own, so that none is ever
// written over by another. It stays until the server has it, or until its writer discards it; what is refused is shown with the reason.
(() => {
  'use strict';
  const again = 15_000;
  const place = document.querySelector('[data-kept]');
  if (!place) { return; }
  const words = place.dataset;
  const root = `kept.${words.kept}`;
  const page = `${root}.${Date.now().toString(36)}${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  const listeners = { isMine: () => false, sent: () => {}, later: () => {} };

  const read = key => JSON.parse(localStorage.getItem(key) ?? 'null');
  const write = (key, entry) => {
    try { localStorage.setItem(key, JSON.stringify(entry)); return true; } catch { return false; }
  };
  const others = () => Object.keys(localStorage).filter(key => key !== page && key.startsWith(root));

  // A page holds the lock of its key as long as it lives: what it holds is its own to send, and is taken over when it is closed.
  const alone = (key, work) => (navigator.locks ? navigator.locks.request(key, work) : work());
  if (navigator.locks) { void navigator.locks.request(page, () => new Promise(() => {})); }

  // A token for the person who is signed in now: one who signed in again in another tab may need a new one.
  const reach = async () => {
    let answer;
    try { answer = await fetch(words.page, { headers: { 'HX-Request': 'true' }, cache: 'no-store' }); } catch { return words.waits; }
    if (answer.status === 401) { return words.signedOut; }
    if (!answer.ok) { return answer.status === 403 || answer.status === 404 ? words.refused : words.waits; }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = fresh.querySelector('[name=__RequestVerificationToken]')?.value;
    if (!token || fresh.querySelector('[data-kept]')?.dataset.kept !== words.kept) { return words.otherPerson; }
    document.querySelectorAll('[name=__RequestVerificationToken]').forEach(field => { field.value = token; });
    return null;
  };

  // 'html' when the server has it, 'refused: why', or 'later: why'.
  const post = async entry => {
    const body = new FormData();
    JSON.parse(entry.text).forEach(([name, value]) => body.append(name, value));
    body.set('Revision', entry.revision);
    body.set('__RequestVerificationToken', document.querySelector('[name=__RequestVerificationToken]').value);
    const answer = await fetch(words.to, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
    const html = await answer.text();
    const standing = new DOMParser().parseFromString(html, 'text/html').querySelector('#standing');
    if (answer.status === 200 && standing) { return { html }; }
    if (answer.status === 401) { return { later: words.signedOut }; }
    if (answer.status === 429 || answer.status >= 500) { return { later: words.waits }; }
    if (answer.status === 400 && !standing) { return { isToken: true }; }
    return { refused: standing?.querySelector('[role=alert]')?.textContent.trim() || words.refused };
  };
  const send = async entry => {
    const came = await post(entry);
    if (!came.isToken) { return came; }
    const why = await reach();
    if (why) { return { later: why }; }
    const second = await post(entry);
    return second.isToken ? { refused: words.refused } : second;
  };

  const shown = new Map();
  const say = text => { document.querySelector('.kept-said').textContent = text; };
  const draw = () => {
    place.hidden = shown.size === 0;
    place.querySelector('ul').replaceChildren(...[...shown.values()].map(one => one.line));
  };
  const plain = entry => entry.words.map(({ label, value }) => `${label}\n${value}`).join('\n\n');
  const copy = async entry => {
    try { await navigator.clipboard.writeText(plain(entry)); } catch {
      // No clipboard without https: the old way.
      const area = document.createElement('textarea');
      area.value = plain(entry);
      place.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    say(words.copied);
  };
  const lineOf = (key, entry, why) => {
    const line = place.querySelector('template').content.firstElementChild.cloneNode(true);
    const part = name => line.querySelector(name);
    const language = document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR';
    part('time').textContent = new Date(entry.at).toLocaleString(language, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
    part('.kept-why').textContent = why;
    part('dl').replaceChildren(...entry.words.map(({ label, value }) => {
      const box = document.createElement('div');
      const [term, text] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label;
      text.textContent = value;
      text.className = 'as-written';
      box.append(term, text);
      return box;
    }));
    const act = (name, work) => part(`[data-act=${name}]`).addEventListener('click', work);
    const ask = isAsked => {
      part('.kept-acts').hidden = isAsked;
      part('.kept-sure').hidden = !isAsked;
      part(isAsked ? '[data-act=no]' : '[data-act=discard]').focus();
    };
    act('send', () => void handle(key, true));
    act('copy', () => void copy(entry));
    act('discard', () => ask(true));
    act('no', () => ask(false));
    act('yes', () => { drop(key); say(words.discarded); });
    return line;
  };
  const show = (key, entry, why, isRefused) => {
    const old = shown.get(key);
    if (old?.why === why) { return; }
    shown.set(key, { why, isRefused, line: lineOf(key, entry, why) });
    draw();
  };
  const drop = key => {
    localStorage.removeItem(key);
    if (shown.delete(key)) { draw(); }
  };

  // What a page that is closed left behind.
  const busy = new Set();
  const handle = async (key, isAsked) => {
    if (busy.has(key)) { return; }
    busy.add(key);
    try {
      await alone(key, async () => {
        const entry = read(key);
        if (!entry) { drop(key); return; }
        if (listeners.isMine(entry)) { drop(key); return; }
        if (!words.sends && !isAsked) { show(key, entry, words.notYet, true); return; }
        // What was refused is tried again by a new page, or when its writer says so.
        if (shown.get(key)?.isRefused && !isAsked) { return; }
        try {
          const came = await send(entry);
          if (came.html) { drop(key); say(words.sent); listeners.sent(came.html); return; }
          show(key, entry, came.refused ?? came.later, Boolean(came.refused));
          if (came.later) { listeners.later(came.later); }
        } catch {
          show(key, entry, words.waits, false);
          listeners.later(words.waits);
        }
      });
    } finally { busy.delete(key); }
  };
  const flush = () => others().forEach(key => void handle(key, false));

  window.Kept = {
    keep: entry => write(page, { ...entry, at: new Date().toISOString() }),
    forget: () => localStorage.removeItem(page),
    has: () => localStorage.getItem(page) !== null,
    reach,
    words,
    start: own => { Object.assign(listeners, own); flush(); },
  };
  setInterval(flush, again);
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { flush(); } });
  // The editor starts this itself, once it knows what stands in its form.
  if (!document.querySelector('form[data-offline]')) { flush(); }
})();
