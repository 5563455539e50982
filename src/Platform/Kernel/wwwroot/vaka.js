// Enhancement only: every page works without it; its words come from data- attributes. Load with defer.
(() => {
  'use strict';
  const doc = document, root = doc.documentElement;
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const make = (tag, props) => Object.assign(doc.createElement(tag), props);
  const glottal = /[\u02bb-\u02be\u2018\u2019'`´]/g; // ʻokina as typed
  const plain = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(glottal, '').toLowerCase().replace(/œ/g, 'oe').trim();
  root.classList.add('js');

  // Quick exit: blank at once, then replace this page in the history; also by three Escapes in 1.5 s.
  let leaving, escapes = [];
  const leave = link => {
    leaving = root.hidden = true;
    doc.title = '\u2013';
    location.replace(link.href);
  };
  const close = keep => all('.site-header details[open]').forEach(d => {
    if (!keep(d.matches('.menu') ? d.parentNode : d, d)) d.open = false;
  });
  addEventListener('keydown', e => {
    if (e.key !== 'Escape' || e.repeat) return;
    const exit = doc.querySelector('a.quick-exit');
    escapes = [...escapes.slice(-2), e.timeStamp];
    if (exit && escapes[2] - escapes[0] <= 1500) return leave(exit);
    close((box, d) => { if (box.contains(doc.activeElement)) d.firstElementChild.focus(); });
  }, true);
  doc.addEventListener('click', e => {
    const exit = e.target.closest('a.quick-exit');
    if (exit) { e.preventDefault(); leave(exit); }
    close(box => box.contains(e.target));
  });

  // table[data-sort], one header row: by data-value, <time datetime> or text; th.num as numbers of the page's language;
  // not th[data-nosort]; empty cells last.
  const sort = th => {
    const table = th.closest('table'), lang = th.closest('[lang]').lang, collator = new Intl.Collator(lang, { numeric: true });
    const point = new Intl.NumberFormat(lang).format(1.1)[1], rest = RegExp('[^\\d' + point + '-]', 'g');
    const key = row => {
      const cell = row.cells[th.cellIndex], time = cell.querySelector('time'), value = cell.dataset.value;
      const text = value || (time ? time.dateTime : cell.textContent).trim();
      if (!th.matches('.num')) return text.replace(glottal, '');
      const n = parseFloat(value || text.replace('\u2212', '-').replace(rest, '').replace(point, '.'));
      return isNaN(n) ? '' : n;
    };
    const turn = th.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    all('[aria-sort]', table).forEach(h => h.removeAttribute('aria-sort'));
    th.setAttribute('aria-sort', turn > 0 ? 'ascending' : 'descending');
    for (const body of table.tBodies) body.append(...[...body.rows].map(row => [key(row), row])
      .sort(([a], [b]) => a === '' || b === '' ? (a === '') - (b === '') : turn * (a.toFixed ? a - b : collator.compare(a, b)))
      .map(r => r[1]));
  };

  // input[data-filter="#table or list"], data-filter-text="{0} of {1} shown", data-filter-none.
  const filter = input => {
    const target = doc.querySelector(input.dataset.filter), words = plain(input.value).split(/\s+/);
    const rows = target.tBodies ? all('tbody > tr', target) : [...target.children];
    const shown = rows.filter(r => !(r.hidden = !words.every(w => plain(r.textContent).includes(w)))).length;
    const text = !shown && input.dataset.filterNone || input.dataset.filterText || '{0} / {1}';
    clearTimeout(input.later);
    input.later = setTimeout(() => { input.count.textContent = input.value && text.replace('{0}', shown).replace('{1}', rows.length); }, 300);
  };

  // data-confirm="Question?", -yes, -no (else body[data-cancel]) on a form or its button; form[data-guard].
  const dirty = new Set();
  let sure;
  const ask = (form, by, data) => {
    const d = make('dialog', { className: 'dialog' }), f = make('form', { method: 'dialog' }), row = make('div', { className: 'cluster' });
    const no = make('button', { className: 'button', textContent: data.confirmNo || doc.body.dataset.cancel || 'Cancel' });
    row.append(make('button', { className: 'button button-primary', value: 'yes', textContent: data.confirmYes || by.textContent }), no);
    f.append(make('p', { id: 'ask', textContent: data.confirm }), row);
    d.append(f);
    d.setAttribute('aria-labelledby', 'ask');
    d.onclose = () => {
      d.remove();
      by.focus();
      if (d.returnValue) { sure = form; by.click(); sure = null; }
    };
    doc.body.append(d);
    d.showModal();
    no.focus();
  };
  addEventListener('submit', e => {
    const form = e.target, by = e.submitter, data = by && by.dataset.confirm ? by.dataset : form.dataset;
    const native = !by || !window.HTMLDialogElement;
    if (!data.confirm || sure === form || native && confirm(data.confirm)) return dirty.delete(form);
    e.preventDefault();
    e.stopImmediatePropagation();
    if (!native) ask(form, by, data);
  }, true);
  addEventListener('input', e => {
    if (e.target.matches('form[data-guard] *')) dirty.add(e.target.form);
    if (e.target.count) filter(e.target);
  });
  addEventListener('reset', e => dirty.delete(e.target));
  addEventListener('beforeunload', e => {
    if (!leaving && [...dirty].some(f => f.isConnected)) e.preventDefault(e.returnValue = '?');
  });

  const start = () => {
    for (const th of all('table[data-sort] > thead th:not([data-nosort])')) if (!th.querySelector('a, button')) {
      const b = make('button', { type: 'button', className: 'sort', onclick: () => sort(th) });
      b.append(...th.childNodes);
      th.append(b);
    }
    for (const input of all('input[data-filter]')) if (!input.count) {
      input.after(input.count = make('output', { className: 'filter-count' }));
      if (input.value) filter(input);
    }
    for (const wrap of all('.table-wrap:not([tabindex])')) if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
  };
  doc.addEventListener('DOMContentLoaded', start);
  for (const name of ['htmx:afterSettle', 'htmx:after:swap']) doc.addEventListener(name, start);
})();
