// The form on the screen: one page of plain HTML that follows the model.
import { make, show, plain } from './dom.js';
import { select, menu, rank } from './choices.js';
import { line, moment, range, point, points, upload, acknowledge } from './inputs.js';

const TEXT = { input: true, secret: true };

export class View {
  /** options: say(key, …), files (name → blob), attachment(name), changed(), finish() */
  constructor(model, options) {
    Object.assign(this, options);
    this.model = model;
    this.seen = new Map();
    this.repeats = new Map();
    this.checked = new Set();
    this.questions = new Map();
    this.links = [];
    this.count = 0;
    this.summary = make('div', { class: 'lf-summary', role: 'alert', tabindex: -1, hidden: true });
    this.body = make('div', { class: 'lf-body' });
    this.items(model.program.body, model.document.c[0], this.body);
    this.el = make('form', { class: 'lf', novalidate: true, onsubmit: event => { event.preventDefault(); this.finish(); }, onkeydown: event => this.key(event) },
      this.summary, this.body, make('p', { class: 'lf-note lf-keys' }, this.say('keys')), make('button', { type: 'submit', class: 'lf-button lf-finish' }, this.say('finish')));
  }

  watch(node, update) {
    if (!this.seen.has(node)) this.seen.set(node, []);
    this.seen.get(node).push(update);
    update();
  }

  /** Shows what has changed in the model since the last time. */
  refresh() {
    const { stale, changed } = this.model;
    for (const parent of changed) for (const update of this.repeats.get(parent) || []) update();
    for (const node of stale) if (node.gone) this.forget(node); else for (const update of this.seen.get(node) || []) update();
    stale.clear();
    changed.clear();
  }

  forget(node) {
    this.seen.delete(node);
    this.questions.delete(node);
    this.checked.delete(node);
    this.repeats.delete(node);
  }

  // The node of an item below the one that the item around it has.
  find(item, around) {
    if (item.n === undefined) return around;
    let from = around;
    const def = this.model.defs[item.n], holds = at => { for (let here = def; here; here = here.up) if (here.i === at.i) return true; return false; };
    while (!from.p.d && !holds(from)) from = from.p;
    return this.model.tree.instances(def, from)[0];
  }

  items(list, around, into) {
    for (const item of list) {
      if (item.k === 'repeat') this.repeat(item, around, into);
      else {
        const node = this.find(item, around);
        if (!node) continue;
        if (item.k === 'group') this.group(item, node, into);
        else this.question(item, node, into);
      }
    }
  }

  words(into, said) {
    show(into, said.words);
    this.media(into, said);
  }

  media(into, said) {
    const load = (file, make) => {
      if (!file) return;
      const place = document.createElement('span');
      place.className = 'lf-media';
      into.append(place);
      Promise.resolve(this.attachment(file)).then(blob => { if (blob) { const url = URL.createObjectURL(blob); this.links.push(url); place.append(make(url)); } }, () => {});
    };
    const name = plain(said.words || '');
    load(said.image, src => make('img', { src, alt: name ? '' : said.image }));
    load(said.audio, src => make('audio', { src, controls: true, preload: 'none', 'aria-label': name || said.audio }));
    load(said.video, src => make('video', { src, controls: true, preload: 'none', 'aria-label': name || said.video }));
  }

  group(item, node, into) {
    const legend = item.l ? make('legend') : null, hint = item.h ? make('p', { class: 'lf-hint' }) : null;
    const el = make(item.l ? 'fieldset' : 'div', { class: 'lf-group' }, legend, hint);
    this.items(item.c, node, el);
    this.watch(node, () => {
      el.hidden = !node.x;
      if (legend) this.words(legend, this.model.say(item.l, node));
      if (hint) this.words(hint, this.model.say(item.h, node));
    });
    into.append(el);
  }

  repeat(item, around, into) {
    const def = this.model.defs[item.n], parent = def.up.i === around.i ? around : this.find({ n: def.up.i }, around);
    const list = make('div'), held = new Map(), free = def.j === undefined;
    const title = node => plain(this.model.say(item.l, node || parent).words);
    const add = free ? make('button', { type: 'button', class: 'lf-button', onclick: () => {
      const made = this.model.addRepeat(parent, def);
      this.after();
      this.focus(held.get(made).el);
    } }) : null;
    const fill = node => {
      const legend = make('legend'), el = make('fieldset', { class: 'lf-group lf-repeat' }, legend);
      const remove = free ? make('button', { type: 'button', class: 'lf-small lf-remove', onclick: () => {
        if (!window.confirm(this.say('removeAsk', legend.textContent))) return;
        this.model.removeRepeat(node);
        this.after();
        add.focus();
      } }) : null;
      this.items(item.c, node, el);
      if (remove) el.append(remove);
      held.set(node, { el, legend, remove });
      this.watch(node, () => { el.hidden = !node.x; name(node); });
    };
    const name = node => {
      const one = held.get(node), number = parent.c.filter(c => c.i === def.i).indexOf(node) + 1, words = this.say('number', title(node), number).trim();
      if (one.legend.textContent === words) return;
      one.legend.textContent = words;
      if (one.remove) one.remove.textContent = this.say('remove', words);
    };
    const sync = () => {
      const there = parent.c.filter(c => c.i === def.i);
      for (const [node, one] of held) if (node.gone) { one.el.remove(); held.delete(node); }
      there.forEach((node, i) => {
        if (!held.has(node)) fill(node);
        const el = held.get(node).el;
        if (list.children[i] !== el) list.insertBefore(el, list.children[i] || null);
        name(node);
      });
      if (add) add.textContent = title() ? this.say('add', title()) : this.say('addAny');
    };
    if (!this.repeats.has(parent)) this.repeats.set(parent, []);
    this.repeats.get(parent).push(sync);
    sync();
    const el = make('div', { class: 'lf-repeats' }, list, add);
    this.watch(parent, () => { if (add) add.hidden = !parent.x; });
    into.append(el);
  }

  widget(q, type) {
    const look = q.item.a || '';
    switch (q.item.k) {
      case 'select': return select(q);
      case 'select1': return /minimal|quick-menu/.test(look) && !/autocomplete|search/.test(look) ? menu(q) : select(q);
      case 'rank': return rank(q);
      case 'range': return range(q);
      case 'upload': return upload(q);
      case 'trigger': return acknowledge(q);
    }
    if (type === 'geopoint') return point(q);
    if (type === 'geotrace' || type === 'geoshape') return points(q);
    if (type === 'date' || type === 'dateTime' || type === 'time') return moment(q, type);
    return line(q, type);
  }

  question(item, node, into) {
    const { model } = this, def = model.defs[node.i], id = 'lf' + ++this.count;
    const shown = { hint: false, fault: false };
    const q = {
      model, node, item, id, say: this.say, files: this.files, media: (at, said) => this.media(at, said),
      described: () => [item.h ? id + '-h' : '', id + '-e'].filter(d => d).join(' '),
      change: value => { this.checked.add(node); model.answer(node, value); this.after(); },
    };
    const isNote = TEXT[item.k] && def.o !== undefined && def.v === undefined && !node.v && model.readonly(node);
    const widget = isNote ? null : this.widget(q, def.t);
    const named = widget && !widget.legend, label = make(named ? 'label' : widget ? 'legend' : 'p', { for: named ? id : undefined, class: 'lf-label' });
    const hint = item.h ? make('p', { class: 'lf-hint', id: id + '-h' }) : null;
    const more = make('details', { class: 'lf-note', hidden: true }, make('summary', null, this.say('guidance')), make('p'));
    const fault = make('p', { class: 'lf-error', id: id + '-e', hidden: true });
    const fixed = make('p', { class: 'lf-fixed' });
    const el = make(widget && widget.legend ? 'fieldset' : 'div', { class: 'lf-q' + (isNote ? ' lf-info' : ''), id: id + '-q' }, label, hint, more, fault, widget && widget.el, fixed);
    const update = () => {
      el.hidden = !node.x;
      if (!node.x) return;
      this.label(label, item, node, widget && model.required(node));
      if (hint) {
        const said = model.say(item.h, node);
        this.words(hint, said);
        hint.hidden = !said.words;
        more.hidden = !said.guidance;
        if (said.guidance) show(more.lastChild, said.guidance);
      }
      if (!widget) return;
      const locked = model.readonly(node);
      widget.el.hidden = locked;
      fixed.hidden = !locked;
      if (locked) fixed.textContent = this.answerWords(item, node);
      else if (!(document.activeElement && widget.el === document.activeElement && widget.el.value === node.v)) widget.refresh();
      const why = this.checked.has(node) ? model.fault(node) : null;
      fault.hidden = !why;
      fault.textContent = why ? this.why(node, why) : '';
      for (const input of widget.el.matches('input,select,textarea') ? [widget.el] : widget.el.querySelectorAll('input[type=text],textarea,select')) {
        if (why) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
        if (model.required(node)) input.setAttribute('aria-required', 'true'); else input.removeAttribute('aria-required');
      }
      el.classList.toggle('lf-wrong', !!why);
    };
    this.questions.set(node, { el, update, widget, label });
    this.watch(node, update);
    into.append(el);
  }

  label(into, item, node, required) {
    const said = this.model.say(item.l, node), key = JSON.stringify([said, required]);
    if (into.said === key) return;
    into.said = key;
    this.words(into, said.words || said.image || said.audio || said.video ? said : { words: this.model.defs[node.i].n });
    if (required) into.append(' ', make('span', { class: 'lf-required' }, '(' + this.say('required') + ')'));
  }

  answerWords(item, node) {
    if (!/^(select|rank)/.test(item.k)) return node.v;
    let all = [];
    try { all = this.model.choices(node, item); } catch (missing) { return node.v; }
    return node.v.split(' ').filter(v => v).map(v => { const c = all.find(o => o.value === v); return c ? plain(c.label.words) : v; }).join(', ');
  }

  why(node, fault) {
    const def = this.model.defs[node.i], own = fault === 'required' ? def.qm : fault === 'constraint' ? def.cm : null;
    return (own && plain(this.model.say(own, node).words)) || this.say(fault === 'required' ? 'missing' : fault === 'constraint' ? 'refused' : 'mistyped');
  }

  after() {
    this.refresh();
    this.changed();
  }

  /** Everything that cannot stay as it is, with links; true when there is nothing. */
  check() {
    const wrong = [];
    for (const [node, one] of this.questions) {
      if (node.gone || !one.widget) continue;
      this.checked.add(node);
      one.update();
      if (this.model.fault(node)) wrong.push([node, one]);
    }
    // As they stand on the page; repetitions come later into the list.
    wrong.sort((a, b) => a[1].el.compareDocumentPosition(b[1].el) & 4 ? -1 : 1);
    this.summary.textContent = '';
    this.summary.hidden = !wrong.length;
    if (!wrong.length) return true;
    const list = make('ul');
    for (const [node, one] of wrong) {
      const repeat = one.el.closest('.lf-repeat'), where = repeat ? ' (' + repeat.querySelector('legend').textContent + ')' : '';
      const text = plain(this.model.say(this.model.controls[node.i].l, node).words) || this.model.defs[node.i].n;
      list.append(make('li', null, make('a', { href: '#' + one.el.id, onclick: event => { event.preventDefault(); this.focus(one.el); } }, text + where + ' – ' + this.why(node, this.model.fault(node)))));
    }
    this.summary.append(make('h2', null, this.say('summary')), list);
    this.summary.focus();
    return false;
  }

  // ---- the keyboard

  fields(el) {
    return [...el.querySelectorAll('input,select,textarea,button')].filter(f => !f.disabled && f.offsetParent !== null);
  }

  focus(el) {
    const field = this.fields(el).find(f => !f.classList.contains('lf-remove'));
    if (!field) return;
    const ticked = field.type === 'radio' && el.querySelector('input:checked');
    (ticked || field).focus();
    if (field.select && field.type === 'text') field.select();
  }

  /** To the next or previous question that is asked and can be answered. */
  move(from, by) {
    const all = [...this.body.querySelectorAll('.lf-q')].filter(el => el.offsetParent !== null && this.fields(el).length), at = all.indexOf(from) + by;
    if (at >= 0 && at < all.length) this.focus(all[at]);
    else if (at >= all.length) this.el.querySelector('.lf-finish').focus();
  }

  key(event) {
    const at = event.target, kind = at.type || '';
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      this.commit();
      this.finish();
      return;
    }
    const question = at.closest && at.closest('.lf-q');
    if (!question || event.ctrlKey || kind === 'button' || kind === 'submit' || at.tagName === 'SUMMARY' || at.tagName === 'A') return;
    const written = /^(text|password)$/.test(kind), ticked = kind === 'checkbox';
    if (event.key === 'Enter' && at.tagName !== 'TEXTAREA' && kind !== 'file') {
      event.preventDefault();
      this.commit();
      this.move(question, event.shiftKey ? -1 : 1);
    } else if ((written || ticked) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.commit();
      this.move(question, event.key === 'ArrowDown' ? 1 : -1);
    } else if (/^[1-9]$/.test(event.key) && (ticked || kind === 'radio')) {
      for (const one of this.questions.values()) if (one.el === question && one.widget.digit && one.widget.digit(Number(event.key))) { event.preventDefault(); return; }
    }
  }

  /** What is being written counts as written. */
  commit() {
    const at = document.activeElement;
    if (at && this.el.contains(at) && (at.tagName === 'TEXTAREA' || (at.tagName === 'INPUT' && !/^(radio|checkbox|file|search|range)$/.test(at.type)))) at.dispatchEvent(new Event('change'));
  }

  close() { for (const url of this.links) URL.revokeObjectURL(url); }
}
