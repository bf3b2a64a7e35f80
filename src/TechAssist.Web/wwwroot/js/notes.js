// Notes of a mission over a line that drops: each is kept on this device until the page that comes back shows that it arrived, and may be
// sent any number of times: its key makes it one. Without this file the form works as any other, while there is a line.
(() => {
  'use strict';
  const again = 15_000;
  const place = document.querySelector('[data-notes]');
  if (!place) { return; }
  const key = `notes.${place.dataset.notes}`;
  const form = place.querySelector('form[data-note]');
  const words = place.dataset;

  const read = () => JSON.parse(localStorage.getItem(key) ?? '[]');
  const write = notes => (notes.length ? localStorage.setItem(key, JSON.stringify(notes)) : localStorage.removeItem(key));
  // Two pages of one browser never write over each other's list.
  const alone = work => (navigator.locks ? navigator.locks.request(key, work) : work());
  const change = make => alone(() => write(make(read())));
  const newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
  };
  const valueOf = (note, name) => note.fields.find(([field]) => field === name)?.[1] ?? '';

  const say = text => { place.querySelector('.notes-said').textContent = text; };
  const draw = () => {
    const notes = read();
    const list = place.querySelector('#waiting ul');
    place.querySelector('#waiting').hidden = notes.length === 0;
    list.replaceChildren(...notes.map(note => {
      const line = place.querySelector('#waiting template').content.cloneNode(true);
      line.querySelector('time').textContent = new Date(`${valueOf(note, 'Input.On')}T12:00`).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric' });
      line.querySelector('.as-written').textContent = valueOf(note, 'Input.Done');
      line.querySelector('.field-error').textContent = note.refused ?? '';
      const back = line.querySelector('button');
      back.hidden = !note.refused || !form;
      back.addEventListener('click', () => void takeBack(note));
      return line;
    }));
  };
  const takeBack = async note => {
    await change(notes => notes.filter(other => other.key !== note.key));
    for (const [name, value] of note.fields) {
      const field = form.elements[name];
      if (field instanceof RadioNodeList || field?.type !== 'hidden') { if (field) { field.value = value; } }
    }
    form.elements['Input.Key'].value = note.key;
    draw();
    form.elements['Input.Done'].focus();
  };

  // 'sent', 'refused: why', or 'later: why'.
  const send = async note => {
    const body = new FormData();
    note.fields.forEach(([name, value]) => body.append(name, value));
    body.set('__RequestVerificationToken', place.querySelector('[name=__RequestVerificationToken]').value);
    const answer = await fetch(words.to, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.querySelector(`[data-key="${note.key}"]`)) {
      const [fresh, old] = [page.querySelector('#notes'), place.querySelector('#notes')];
      if (fresh && old) { old.replaceWith(fresh); }
      return { isSent: true };
    }
    const why = page.querySelector('#error-summary ul, #error-summary p');
    if ((answer.status === 400 || answer.status === 409) && why) { return { refused: why.textContent.trim() }; }
    return { later: answer.status < 500 && !page.querySelector('#notes') ? words.signIn : words.waits };
  };

  let isSending = false;
  const flush = async () => {
    if (isSending) { return; }
    isSending = true;
    try {
      let count = 0;
      for (const note of read().filter(one => !one.refused)) {
        const came = await send(note);
        if (came.later) { say(came.later); return; }
        await change(notes => (came.isSent ? notes.filter(other => other.key !== note.key) : notes.map(other => (other.key === note.key ? { ...other, refused: came.refused } : other))));
        count += came.isSent ? 1 : 0;
        draw();
      }
      if (count > 0) { say(words.sent); }
    } catch {
      say(words.waits);
    } finally {
      isSending = false;
      draw();
    }
  };

  form?.addEventListener('submit', event => {
    event.preventDefault();
    // The form does not leave the page: it may be sent again for the next note at once.
    event.stopPropagation();
    const done = form.elements['Input.Done'];
    if (!done.value.trim()) { say(words.empty); done.focus(); return; }
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('__'));
    const note = { key: form.elements['Input.Key'].value.toLowerCase(), fields };
    void change(notes => [...notes.filter(other => other.key !== note.key), note]).then(() => {
      form.elements['Input.Done'].value = '';
      form.elements['Input.OpenPoints'].value = '';
      form.elements['Input.Mood'].value = 'Normal';
      form.elements['Input.Key'].value = newKey();
      say(words.kept);
      draw();
      return flush();
    }, () => { form.submit(); });
  });

  window.addEventListener('online', () => void flush());
  setInterval(() => { if (read().some(note => !note.refused)) { void flush(); } }, again);
  draw();
  void flush();
})();
