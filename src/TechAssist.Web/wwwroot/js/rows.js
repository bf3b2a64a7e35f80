// Rows of a list are added and taken out in the page, so that it needs no line: a new one is made from the empty row that the server
// sent along (<rows has-blank="true">). Without this file the buttons post the form, and the server does it.
(() => {
  'use strict';
  const rowsOf = list => [...list.querySelectorAll(':scope > .row-box')];
  const removal = row => row.querySelector(':scope > button[name=row]');
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  // Gives a row another place: in names, ids and what refers to them, and in what it is called.
  const move = (list, row, name, to) => {
    const from = Number(/\[(\d+)\]$/.exec(removal(row).value)[1]);
    if (from === to) { return; }
    const inNames = new RegExp(`${escaped(name)}\\[${from}\\]`, 'g');
    const inIds = new RegExp(`(^|[\\s#-])${escaped(list.id)}-${from}(?=-|\\s|$)`, 'g');
    const inPaths = new RegExp(`^${escaped(list.id)}\\[${from}\\]`);
    [row, ...row.querySelectorAll('*')].forEach(element => {
      for (const { name: attribute, value } of [...element.attributes]) {
        if (attribute === 'value' && element.name !== 'row' && element.name !== 'UpToDate') { continue; }
        const moved = value.replace(inPaths, `${list.id}[${to}]`).replace(inNames, `${name}[${to}]`).replace(inIds, `$1${list.id}-${to}`);
        if (moved !== value) { element.setAttribute(attribute, moved); }
      }
    });
    if (!('numbered' in list.dataset)) { return; }
    [row.querySelector(':scope > legend'), removal(row).querySelector('.visually-hidden')].forEach(label => {
      label.textContent = label.textContent.replace(new RegExp(`(^|\\D)${from + 1}(?!\\d)`), `$1${to + 1}`);
    });
  };

  document.addEventListener('click', event => {
    const button = event.target.closest?.('button[name=row]');
    const list = button?.closest('fieldset.rows');
    const blank = list?.querySelector(':scope > template');
    if (!blank) { return; }
    event.preventDefault();
    const add = list.querySelector(':scope > button[name=row]');
    const name = add.value.slice('add:'.length);
    if (button === add) {
      const row = document.importNode(blank.content.firstElementChild, true);
      move(list, row, name, rowsOf(list).length);
      blank.before(row);
      window.htmx?.process(row);
      row.querySelector('input:not([type=hidden]), textarea, select')?.focus();
    } else {
      button.closest('.row-box').remove();
      rowsOf(list).forEach((row, index) => move(list, row, name, index));
      add.focus();
    }
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
})();
