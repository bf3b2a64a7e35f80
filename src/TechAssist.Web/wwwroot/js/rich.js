// Long texts in limited Markdown: a small bar above the field, paste without the clutter of word processors, and a preview that the
// server writes. Every field can be written without this file.
(() => {
  'use strict';

  // Through the browser's own editing, so that its undo knows of it.
  const put = (area, from, to, text, select) => {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, to, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (select) { area.setSelectionRange(from + select[0], from + select[1]); }
  };

  const wrap = (area, mark) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const size = mark.length;
    const isWrapped = value.slice(from - size, from) === mark && value.slice(to, to + size) === mark && value[from - size - 1] !== '*';
    if (isWrapped && to > from) {
      put(area, from - size, to + size, value.slice(from, to), [0, to - from]);
      return;
    }
    put(area, from, to, mark + value.slice(from, to) + mark, [size, size + to - from]);
  };

  const link = area => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const text = value.slice(from, to);
    const at = text.length + 3;
    put(area, from, to, `[${text}](https://)`, text ? [at, at + 8] : [1, 1]);
  };

  // Puts a mark before every line that is selected, or takes it away where all have it.
  const lines = (area, markOf, pattern) => {
    const { value } = area;
    const from = value.lastIndexOf('\n', area.selectionStart - 1) + 1;
    const next = value.indexOf('\n', area.selectionEnd);
    const to = next < 0 ? value.length : next;
    const old = value.slice(from, to).split('\n');
    const isMarked = old.every(line => pattern.test(line));
    const fresh = old.map((line, index) => isMarked ? line.replace(pattern, '') : markOf(index) + line.replace(/^(#{1,6} |[-*] |\d+\. )/, '')).join('\n');
    put(area, from, to, fresh, [fresh.length, fresh.length]);
  };

  const table = (area, column) => {
    const { selectionEnd: at, value } = area;
    const before = at === 0 || value.slice(0, at).endsWith('\n\n') ? '' : value.slice(0, at).endsWith('\n') ? '\n' : '\n\n';
    const head = `| ${column} 1`;
    put(area, at, at, `${before}${head} | ${column} 2 |\n| --- | --- |\n|  |  |\n|  |  |\n\n`, [before.length + 2, before.length + head.length]);
  };

  const preview = async (area, bar, button) => {
    const old = document.getElementById(`${area.id}-preview`);
    button.setAttribute('aria-pressed', old ? 'false' : 'true');
    if (old) { old.remove(); return; }
    const box = document.createElement('div');
    box.id = `${area.id}-preview`;
    box.className = 'rich-preview';
    box.setAttribute('role', 'status');
    area.after(box);
    const body = new FormData();
    body.set('Text', area.value);
    body.set('__RequestVerificationToken', area.form.querySelector('[name=__RequestVerificationToken]').value);
    try {
      const answer = await fetch(bar.dataset.preview, { method: 'POST', body });
      const text = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#preview');
      box.replaceChildren(text ?? bar.dataset.failed);
    } catch { box.replaceChildren(bar.dataset.failed); }
    area.addEventListener('input', () => { box.remove(); button.setAttribute('aria-pressed', 'false'); }, { once: true });
  };

  const acts = {
    bold: area => wrap(area, '**'),
    italic: area => wrap(area, '*'),
    link,
    bullets: area => lines(area, () => '- ', /^[-*] /),
    numbers: area => lines(area, index => `${index + 1}. `, /^\d+\. /),
    heading: area => lines(area, () => '### ', /^#{1,6} /),
    table: (area, bar) => table(area, bar.dataset.column),
    preview,
  };
  const keys = { b: 'bold', i: 'italic', k: 'link' };

  // One stop of the Tab key; arrows go from button to button.
  const move = (bar, event) => {
    const buttons = [...bar.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) { return; }
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  };

  const enhance = area => {
    const bar = document.querySelector('#rich-bar').content.firstElementChild.cloneNode(true);
    area.dataset.rich = 'on';
    bar.setAttribute('aria-controls', area.id);
    bar.querySelectorAll('button').forEach((button, index) => { button.tabIndex = index === 0 ? 0 : -1; });
    bar.addEventListener('keydown', event => move(bar, event));
    bar.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (button) { acts[button.dataset.act](area, bar, button); }
    });
    area.before(bar);
  };

  const ready = () => {
    if (document.querySelector('#rich-bar')) { document.querySelectorAll('textarea[data-rich=yes]').forEach(enhance); }
  };

  document.addEventListener('keydown', event => {
    const act = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys[event.key];
    if (act && event.target.dataset?.rich) { event.preventDefault(); acts[act](event.target); }
  });

  // Paste: what a word processor or a page puts on the clipboard becomes Markdown; only what prints well stays.
  const skipped = ['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'HEAD', 'XML', 'TEMPLATE', 'OBJECT', 'IFRAME'];
  const blocky = /^(P|DIV|H[1-6]|UL|OL|LI|TABLE|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|MAIN|DL|DT|DD|PRE|HR|CENTER|FORM)$/;
  const styleOf = element => element.dataset?.style ?? '';
  const collapse = text => text.replace(/[ \t\r\n]+/g, ' ');
  const escape = text => text.replace(/[\\`*[\]]/g, '\\$&').replace(/(?<!\w)_|_(?!\w)/g, '\\_');
  const plainStart = text => text.replace(/^([#>+-]|\d+(?=\.))(?=\s|\.\s)/, match => /\d/.test(match) ? match : `\\${match}`).replace(/^(\d+)\.(?=\s)/, '$1\\.');
  const isBold = element => {
    const weight = /(?:^|;)\s*font-weight:\s*(\w+)/.exec(styleOf(element))?.[1];
    return weight ? weight.startsWith('bold') || Number(weight) >= 600 : /^(B|STRONG)$/.test(element.tagName);
  };
  const isItalic = element => {
    const style = /(?:^|;)\s*font-style:\s*(\w+)/.exec(styleOf(element))?.[1];
    return style ? style !== 'normal' : /^(I|EM)$/.test(element.tagName);
  };
  const around = (text, mark) => text.trim() ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : text;

  const inline = (node, bold, italic) => {
    if (node.nodeType === Node.TEXT_NODE) { return escape(collapse(node.data)); }
    if (node.nodeType !== Node.ELEMENT_NODE || skipped.includes(node.tagName) || /mso-list:\s*Ignore/i.test(styleOf(node))) { return ''; }
    if (node.tagName === 'BR') { return '\n'; }
    const strong = !bold && isBold(node);
    const slanted = !italic && isItalic(node);
    let text = [...node.childNodes].map(child => inline(child, bold || strong, italic || slanted)).join('');
    if (slanted) { text = around(text, '*'); }
    if (strong) { text = around(text, '**'); }
    const href = node.tagName === 'A' ? node.getAttribute('href') ?? '' : '';
    return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(href) && text.trim() ? `[${text.trim()}](${href.replace(/[()]/g, encodeURIComponent)})` : text;
  };
  const oneLine = node => collapse(inline(node, false, false)).trim();

  const listOf = (list, depth) => [...list.children].filter(item => item.tagName === 'LI' || /^(UL|OL)$/.test(item.tagName)).flatMap((item, index) => {
    if (item.tagName !== 'LI') { return listOf(item, depth + 1); }
    const inner = [...item.children].filter(child => /^(UL|OL)$/.test(child.tagName));
    inner.forEach(child => child.remove());
    return [`${'   '.repeat(depth)}${list.tagName === 'OL' ? `${index + 1}.` : '-'} ${oneLine(item)}`, ...inner.flatMap(child => listOf(child, depth + 1))];
  });

  const wordItem = paragraph => {
    const level = Number(/level(\d)/.exec(styleOf(paragraph))?.[1] ?? 1);
    const mark = [...paragraph.querySelectorAll('*')].find(element => /mso-list:\s*Ignore/i.test(styleOf(element)))?.textContent.trim() ?? '';
    return `${'   '.repeat(Math.min(level, 2) - 1)}${/^[0-9a-z]{1,4}[.)]/i.test(mark) ? '1.' : '-'} ${oneLine(paragraph)}`;
  };

  const tableOf = element => {
    const rows = [...element.querySelectorAll('tr')].map(row => [...row.cells].map(cell => oneLine(cell).replace(/\|/g, '\\|'))).filter(row => row.some(cell => cell));
    const width = Math.max(0, ...rows.map(row => row.length));
    if (width < 2 || rows.length < 2) { return rows.flat().join('\n\n'); }
    const line = row => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
    return [line(rows[0]), line(Array(width).fill('---')), ...rows.slice(1).map(line)].join('\n');
  };

  const blocks = (parent, out) => {
    let open = '';
    const flush = () => {
      const text = open.split('\n').map(line => line.trim()).join('\n').trim();
      if (text) { out.push({ text: plainStart(text) }); }
      open = '';
    };
    for (const node of parent.childNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE || (!blocky.test(node.tagName) && !node.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6'))) {
        open += inline(node, false, false);
        continue;
      }
      flush();
      if (skipped.includes(node.tagName)) { continue; }
      if (/^H[1-6]$/.test(node.tagName)) { out.push({ text: `### ${oneLine(node).replace(/\*\*/g, '')}` }); }
      else if (/^(UL|OL)$/.test(node.tagName)) { listOf(node, 0).forEach(text => out.push({ text, isItem: true })); }
      else if (node.tagName === 'TABLE') { out.push({ text: tableOf(node) }); }
      else if (/mso-list:\s*l\d/i.test(styleOf(node))) { out.push({ text: wordItem(node), isItem: true }); }
      else { blocks(node, out); }
    }
    flush();
  };

  const toMarkdown = html => {
    // Styles are read, never applied: the content policy would refuse them.
    const inert = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/(\s)style=/gi, '$1data-style=');
    const { body } = new DOMParser().parseFromString(inert, 'text/html');
    const out = [];
    blocks(body, out);
    return out.map((block, index) => (index === 0 ? '' : block.isItem && out[index - 1].isItem ? '\n' : '\n\n') + block.text).join('');
  };

  document.addEventListener('paste', event => {
    const area = event.target;
    const html = area.dataset?.rich && event.clipboardData?.getData('text/html');
    if (!html || !/<(b|strong|i|em|a|ul|ol|li|table|h[1-6])[\s>]|mso-|font-(weight|style):/i.test(html)) { return; }
    const text = toMarkdown(html);
    if (!text) { return; }
    event.preventDefault();
    put(area, area.selectionStart, area.selectionEnd, text);
  });

  // What a save changes beside the fields (how translations stand) comes with its answer.
  document.addEventListener('htmx:afterRequest', event => {
    if (!event.target.matches?.('.save') || event.detail.xhr.status !== 200) { return; }
    const fresh = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    document.querySelectorAll('[data-fresh]').forEach(old => {
      const now = fresh.getElementById(old.id);
      if (!now || now.innerHTML === old.innerHTML) { return; }
      const hadFocus = old.contains(document.activeElement);
      const isOpen = old.querySelector('details[open]');
      old.replaceWith(now);
      if (isOpen) { now.querySelector('details')?.setAttribute('open', ''); }
      if (hadFocus) { now.focus(); }
    });
  });

  // "Both say the same" was said of the texts as they stood.
  document.addEventListener('input', event => {
    const group = event.target.matches?.('.lang-pair *') && event.target.closest('fieldset');
    const tick = group && document.querySelector(`#translation-${group.id} input`);
    if (tick) { tick.checked = false; }
  });

  document.addEventListener('DOMContentLoaded', () => {
    ready();
    // Fields come anew when somebody else's text is taken in.
    new MutationObserver(ready).observe(document.querySelector('main'), { childList: true, subtree: true });
  });
})();
