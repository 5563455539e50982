// Questions that are answered by choosing: radio buttons, boxes, a menu, a searched list, an order.
import { make, show, plain } from './dom.js';
import { words as split } from './functions.js';

const LONG = 30, SHOWN = 40;

/** One or several of a list. `q` is the question: model, node, item, id, say, change, media. */
export function select(q) {
  const several = q.item.k === 'select', look = q.item.a || '', box = make('div', { class: 'lf-choices' });
  let all = [], search = null, list = null, filter = '';
  const chosen = () => several ? split(q.node.v) : q.node.v ? [q.node.v] : [];
  const searched = () => /autocomplete|search/.test(look) || all.length > LONG;
  const option = (choice, i, values) => {
    const input = make('input', { type: several ? 'checkbox' : 'radio', name: q.id, id: q.id + '-' + i, value: choice.value, 'aria-describedby': i ? undefined : q.described() });
    input.checked = values.includes(choice.value);
    input.addEventListener('change', () => {
      const order = all.map(c => c.value);
      q.change(!several ? choice.value : order.filter(v => v === choice.value ? input.checked : chosen().includes(v)).join(' '));
    });
    const label = make('label', { for: q.id + '-' + i }), said = make('span');
    show(said, choice.label.words || choice.value);
    label.append(said);
    q.media(label, choice.label);
    return make('div', { class: 'lf-choice' }, input, i < 9 ? make('kbd', { 'aria-hidden': 'true', class: 'lf-key' }, String(i + 1)) : null, label);
  };
  const draw = () => {
    const values = chosen(), match = c => !filter || (c.label.words + ' ' + c.value).toLowerCase().includes(filter);
    const numbered = all.map((c, i) => [c, i]).filter(([c]) => values.includes(c.value) || match(c));
    const first = searched() ? numbered.filter(([c], i) => i < SHOWN || values.includes(c.value)) : numbered;
    list.textContent = '';
    for (const [c, i] of first) list.append(option(c, i, values));
    if (numbered.length > first.length) list.append(make('p', { class: 'lf-note' }, q.say('more', numbered.length - first.length)));
    if (!numbered.length && filter) list.append(make('p', { class: 'lf-note' }, q.say('none')));
  };
  const key = () => JSON.stringify(all.map(c => [c.value, c.label.words]));
  let before = null;
  return {
    el: box, legend: true,
    refresh() {
      try { all = q.model.choices(q.node, q.item); } catch (missing) { all = []; }
      const now = key();
      if (now === before) {
        for (const input of box.querySelectorAll('input')) if (input.name) input.checked = chosen().includes(input.value);
        return;
      }
      before = now;
      box.textContent = '';
      search = null;
      list = make('div', { class: 'lf-list' + (/horizontal|columns|likert/.test(look) ? ' lf-row' : '') });
      if (searched()) {
        search = make('input', { type: 'search', class: 'lf-input', 'aria-label': q.say('find'), placeholder: q.say('find'), autocomplete: 'off' });
        search.addEventListener('input', () => { filter = search.value.trim().toLowerCase(); draw(); });
        box.append(search);
      }
      box.append(list);
      draw();
    },
    digit(n) { const input = document.getElementById(q.id + '-' + (n - 1)); if (input) { input.click(); input.focus(); } return !!input; },
  };
}

/** One of a list in a menu. */
export function menu(q) {
  const el = make('select', { id: q.id, class: 'lf-input', 'aria-describedby': q.described(), onchange: () => q.change(el.value) });
  let before = null;
  return {
    el,
    refresh() {
      let all;
      try { all = q.model.choices(q.node, q.item); } catch (missing) { all = []; }
      const now = JSON.stringify(all.map(c => [c.value, c.label.words]));
      if (now !== before) {
        el.textContent = '';
        el.append(make('option', { value: '' }, q.say('choose')));
        for (const c of all) el.append(make('option', { value: c.value }, plain(c.label.words || c.value)));
        before = now;
      }
      el.value = q.node.v;
    },
  };
}

/** All of a list in an order. */
export function rank(q) {
  const el = make('div', { class: 'lf-rank' });
  const refresh = () => {
    let all;
    try { all = q.model.choices(q.node, q.item); } catch (missing) { all = []; }
    const given = split(q.node.v), order = given.filter(v => all.some(c => c.value === v)).concat(all.map(c => c.value).filter(v => !given.includes(v)));
    const move = (i, by) => {
      const next = order.slice();
      next.splice(i + by, 0, next.splice(i, 1)[0]);
      q.change(next.join(' '));
      refresh();
      const buttons = el.querySelectorAll('li')[i + by].querySelectorAll('button');
      (by < 0 && !buttons[0].disabled ? buttons[0] : buttons[1].disabled ? buttons[0] : buttons[1]).focus();
    };
    el.textContent = '';
    const list = make('ol');
    order.forEach((value, i) => {
      const name = plain(all.find(c => c.value === value).label.words || value);
      list.append(make('li', null, make('span', null, name),
        make('button', { type: 'button', class: 'lf-small', 'aria-label': q.say('up', name), disabled: i === 0, onclick: () => move(i, -1) }, '↑'),
        make('button', { type: 'button', class: 'lf-small', 'aria-label': q.say('down', name), disabled: i === order.length - 1, onclick: () => move(i, 1) }, '↓')));
    });
    el.append(list);
    if (!q.node.v && order.length) el.append(make('button', { type: 'button', class: 'lf-button', onclick: () => { q.change(order.join(' ')); refresh(); } }, q.say('accept')));
  };
  return { el, legend: true, refresh };
}
