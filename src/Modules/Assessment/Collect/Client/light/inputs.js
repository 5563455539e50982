// Questions that are answered by writing, pointing, measuring or with a file.
import { make } from './dom.js';
import { milliseconds, zone } from './values.js';
import { words as split } from './functions.js';

const pad = n => String(n).padStart(2, '0');

/** Text, numbers and codes. */
export function line(q, type) {
  const long = q.item.a && /multiline/.test(q.item.a);
  const el = make(long ? 'textarea' : 'input', {
    id: q.id, class: 'lf-input' + (type === 'int' || type === 'decimal' ? ' lf-number' : ''), type: long ? undefined : q.item.k === 'secret' || /masked/.test(q.item.a || '') ? 'password' : 'text', rows: long ? 3 : undefined,
    inputmode: /numbers/.test(q.item.a || '') || type === 'int' ? 'numeric' : type === 'decimal' ? 'decimal' : undefined, autocomplete: 'off', 'aria-describedby': q.described(),
    onchange: () => q.change(type === 'int' || type === 'decimal' ? el.value.trim().replace(',', '.') : el.value),
  });
  return { el, refresh() { el.value = q.node.v; } };
}

/** Dates and times by the browser's own fields, in the zone of the device. */
export function moment(q, type) {
  const look = q.item.a || '';
  const kind = /\byear\b/.test(look) && !/month/.test(look) ? 'year' : /month-year/.test(look) ? 'month' : type === 'date' ? 'date' : type === 'time' ? 'time' : 'datetime-local';
  const el = make('input', { id: q.id, class: 'lf-input lf-date', type: kind === 'year' ? 'text' : kind, inputmode: kind === 'year' ? 'numeric' : undefined, maxlength: kind === 'year' ? 4 : undefined, 'aria-describedby': q.described(), onchange: () => q.change(stored(el.value)) });
  const clock = t => (t.length === 5 ? t + ':00' : t.slice(0, 8)) + '.000';
  const stored = value => {
    if (!value) return '';
    if (kind === 'year') return /^\d{4}$/.test(value) ? value + '-01-01' : value;
    if (kind === 'month') return value + '-01';
    if (kind === 'date') return value;
    if (kind === 'time') return clock(value) + zone(new Date());
    const [day, time] = value.split('T');
    return day + 'T' + clock(time) + zone(new Date(value));
  };
  return {
    el,
    refresh() {
      const v = q.node.v;
      if (kind === 'year') el.value = /^\d{4}-01-01/.test(v) ? v.slice(0, 4) : v;
      else if (kind === 'month') el.value = v.slice(0, 7);
      else if (kind === 'datetime-local' && v) {
        const d = new Date(milliseconds(v));
        el.value = isNaN(d) ? '' : d.getFullYear() + '-' + pad(d.getMonth() + 1) + '-' + pad(d.getDate()) + 'T' + pad(d.getHours()) + ':' + pad(d.getMinutes());
      } else el.value = kind === 'time' ? v.slice(0, 5) : v.slice(0, 10);
    },
  };
}

/** A number on a scale; nothing until it is touched. */
export function range(q) {
  const out = make('output', { for: q.id, class: 'lf-output' });
  const input = make('input', { type: 'range', id: q.id, min: q.item.start || 0, max: q.item.end || 10, step: q.item.step || 1, 'aria-describedby': q.described() });
  const clear = make('button', { type: 'button', class: 'lf-small', onclick: () => { q.change(''); refresh(); } }, q.say('clear'));
  const set = () => { q.change(input.value); refresh(); };
  input.addEventListener('change', set);
  input.addEventListener('keydown', event => { if (/^(Home|End)$/.test(event.key)) setTimeout(set); });
  input.addEventListener('input', () => { out.textContent = input.value; });
  const refresh = () => {
    if (q.node.v) input.value = q.node.v;
    out.textContent = q.node.v || q.say('unanswered');
    input.setAttribute('aria-valuetext', out.textContent);
    clear.hidden = !q.node.v;
  };
  return { el: make('div', { class: 'lf-range' }, make('span', null, String(q.item.start || 0)), input, make('span', null, String(q.item.end || 10)), out, clear), refresh };
}

/** Where the device is, or a place written by hand. */
export function locate(found, failed) {
  if (!navigator.geolocation) { failed(); return; }
  const round = n => n === null || n === undefined || isNaN(n) ? 0 : Math.round(n * 100) / 100;
  navigator.geolocation.getCurrentPosition(at => found([at.coords.latitude, at.coords.longitude, round(at.coords.altitude), round(at.coords.accuracy)]), failed, { enableHighAccuracy: true, timeout: 60000, maximumAge: 0 });
}

export function point(q) {
  const state = make('p', { class: 'lf-note', role: 'status' });
  const field = (name, i) => {
    const input = make('input', { type: 'text', inputmode: 'text', id: q.id + '-' + i, class: 'lf-input lf-number', autocomplete: 'off', onchange: () => {
      const parts = [latitude, longitude].map(f => f.querySelector('input').value.trim().replace(',', '.'));
      q.change(parts[0] || parts[1] ? parts.join(' ') + ' 0 0' : '');
    } });
    return make('span', { class: 'lf-part' }, make('label', { for: q.id + '-' + i }, q.say(name)), input);
  };
  const latitude = field('latitude', 0), longitude = field('longitude', 1);
  const take = make('button', { type: 'button', class: 'lf-button', onclick: () => {
    state.textContent = q.say('locating');
    locate(at => { q.change(at.join(' ')); refresh(); }, () => { state.textContent = q.say('noPosition'); });
  } }, q.say('position'));
  const refresh = () => {
    const parts = split(q.node.v);
    [latitude, longitude].forEach((f, i) => { f.querySelector('input').value = parts[i] || ''; });
    state.textContent = Number(parts[3]) > 0 ? q.say('accuracy', parts[3]) : '';
  };
  return { el: make('div', { class: 'lf-point' }, take, latitude, longitude, state), legend: true, refresh };
}

export function points(q) {
  const state = make('p', { class: 'lf-note', role: 'status' });
  const el = make('textarea', { id: q.id, class: 'lf-input', rows: 3, 'aria-describedby': q.described(), onchange: () => q.change(el.value.trim().replace(/\s*[;\n]\s*/g, '; ')) });
  const take = make('button', { type: 'button', class: 'lf-button', onclick: () => {
    state.textContent = q.say('locating');
    locate(at => { q.change((q.node.v ? q.node.v.replace(/[;\s]+$/, '') + '; ' : '') + at.join(' ')); state.textContent = q.say('accuracy', at[3]); el.value = q.node.v; }, () => { state.textContent = q.say('noPosition'); });
  } }, q.say('addPosition'));
  return { el: make('div', null, make('p', { class: 'lf-note' }, q.say('points')), el, take, state), refresh() { el.value = q.node.v; } };
}

/** A picture, recording or document; its name is the answer. */
export function upload(q) {
  const look = q.item.a || '', name = make('p', { class: 'lf-note' });
  const input = make('input', { type: 'file', id: q.id, class: 'lf-file', accept: q.item.m === 'application/*' ? undefined : q.item.m, capture: /selfie/.test(look) ? 'user' : /\bnew\b/.test(look) ? 'environment' : undefined, 'aria-describedby': q.described(), onchange: () => {
    const file = input.files[0];
    if (!file) return;
    const kind = /\.[a-z0-9]{1,8}$/i.exec(file.name);
    let made = Date.now();
    while (q.files.has(made + (kind ? kind[0].toLowerCase() : ''))) made++;
    const named = made + (kind ? kind[0].toLowerCase() : '');
    q.files.delete(q.node.v);
    q.files.set(named, file);
    q.change(named);
    refresh();
  } });
  const drop = make('button', { type: 'button', class: 'lf-small', onclick: () => { q.files.delete(q.node.v); input.value = ''; q.change(''); refresh(); input.focus(); } }, q.say('removeFile'));
  const refresh = () => {
    name.textContent = q.node.v ? q.say('file', q.node.v) : '';
    drop.hidden = !q.node.v;
  };
  return { el: make('div', null, input, name, drop), refresh };
}

/** “I have read this.” */
export function acknowledge(q) {
  const input = make('input', { type: 'checkbox', id: q.id + '-0', onchange: () => q.change(input.checked ? 'OK' : '') });
  return { el: make('div', { class: 'lf-choice' }, input, make('label', { for: q.id + '-0' }, q.say('ok'))), legend: true, refresh() { input.checked = !!q.node.v; }, digit(n) { if (n === 1) input.click(); return n === 1; } };
}
