// The logic of a form: what is calculated, relevant and offered, kept up to date by what each expression reads.
import * as values from './values.js';
import * as paths from './paths.js';
import * as functions from './functions.js';
import { Tree, define } from './tree.js';
import { parse } from './xml.js';

export const runtime = Object.assign({}, values, paths, functions);
const { str, num, bool, text } = values;
const MOST_STEPS = 200000, MOST_REPEATS = 2000;

export class Model {
  /**
   * program: default export of a form's program. options: now() in milliseconds, random() and bytes(n), deviceId, lists {id: document},
   * properties {name: text}, instanceXml of answers that were kept, language (number).
   */
  constructor(program, options) {
    this.program = program;
    this.options = options;
    this.language = options.language === undefined ? program.language : options.language;
    this.functions = program.make(runtime);
    this.defs = define(program);
    this.byPath = new Map(this.defs.map(d => [d.path, d]));
    this.tree = new Tree(program, this.defs);
    this.lists = {};
    this.controls = [];
    this.readers = this.defs.map(() => []);
    this.anything = [];
    this.units = [];
    this.stale = new Set();
    this.changed = new Set();
    this.register();
    this.rank();
    this.start();
  }

  // ---- evaluation

  run(use, node) {
    const e = { d: this.document, c: node, now: this.moment || this.options.now(), form: this, random: this.options.random, bytes: this.options.bytes };
    return this.functions[this.program.uses[use][0]](e, node, 1, 1);
  }

  /** The truth of a rule; what cannot be evaluated is taken as given. */
  holds(use, node, otherwise) {
    if (use === undefined) return otherwise;
    try { return bool(this.run(use, node)); } catch (fault) { return otherwise; }
  }

  list(id) {
    if (this.lists[id]) return this.lists[id];
    const outside = this.options.lists && this.options.lists[id];
    if (!outside && this.program.inside[id] === undefined) throw new Error('There is no list “' + id + '”.');
    return this.lists[id] = outside || parse(this.program.inside[id]);
  }

  // ---- what depends on what

  register() {
    const unit = (kind, def, use, at) => {
      const made = { kind, def, use, at: at || def, waiting: new Set(), reads: [] };
      const reads = use === undefined ? [] : this.program.uses[use];
      for (let i = 1; i < reads.length; i += 2) {
        made.reads.push(reads[i]);
        (reads[i] < 0 ? this.anything : this.readers[reads[i]]).push({ unit: made, depth: reads[i + 1] });
      }
      this.units.push(made);
      return made;
    };
    this.calculated = [];
    this.counted = [];
    for (const def of this.defs) {
      if (def.r !== undefined) unit('relevant', def, def.r);
      if (def.v !== undefined) this.calculated[def.i] = unit('calculate', def, def.v);
      if (def.j !== undefined) this.counted[def.i] = unit('count', def, def.j, def.up || def);
      for (const use of [def.q, def.c, def.o].concat(usesOf(def.qm), usesOf(def.cm))) if (use !== undefined) unit('view', def, use);
    }
    const items = (list, above) => {
      for (const item of list) {
        const def = item.n === undefined ? above : this.defs[item.n];
        if (item.n !== undefined && !item.c) this.controls[item.n] = this.controls[item.n] || item;
        for (const use of usesOf(item.l).concat(usesOf(item.h), ...(item.o || []).map(o => usesOf(o[1])))) unit('view', def, use);
        if (item.s) unit('offer', def, item.s.x).item = item;
        if (item.c) items(item.c, def);
      }
    };
    items(this.program.body, this.defs[0]);
  }

  // Each unit behind those whose results it reads, as far as there is no circle.
  rank() {
    const order = [], seen = new Set(), own = this.defs.map(() => []);
    for (const unit of this.units) own[unit.def.i].push(unit);
    const within = def => own[def.i].concat(...def.below.map(within));
    const visit = unit => {
      if (seen.has(unit)) return;
      seen.add(unit);
      for (let def = unit.kind === 'relevant' ? unit.def.up : unit.def; def; def = def.up) own[def.i].filter(u => u.kind === 'relevant' && u !== unit).forEach(visit);
      for (const read of unit.reads) {
        if (read < 0) continue;
        for (let def = this.defs[read].up; def; def = def.up) own[def.i].filter(u => u.kind === 'relevant' || u.kind === 'count').forEach(visit);
        within(this.defs[read]).filter(u => u.kind !== 'view').forEach(visit);
      }
      unit.order = order.length;
      order.push(unit);
    };
    this.units.forEach(visit);
    this.units = order;
    this.unitsAt = this.defs.map(() => []);
    for (const unit of order) this.unitsAt[unit.at.i].push(unit);
    this.next = order.length;
  }

  wait(unit, node) {
    unit.waiting.add(node);
    if (unit.order < this.next) this.next = unit.order;
  }

  // A node has another value, or came, or went: whatever reads it is due.
  touch(node, structural) {
    this.stale.add(node);
    if (node.i === undefined) return;
    const due = (readers, most) => {
      for (const reader of readers) {
        const depth = Math.min(reader.depth, most);
        let from = node;
        while (!from.d && this.defs[from.i].depth > depth) from = from.p;
        for (const at of this.tree.instances(reader.unit.at, from)) this.wait(reader.unit, at);
      }
    };
    const def = this.defs[node.i];
    for (let here = def; here; here = here.up) due(this.readers[here.i], structural && here === def ? def.depth - 1 : Infinity);
    due(this.anything, 0);
  }

  all(node, visit) {
    visit(node);
    for (const child of node.c) if (child.i !== undefined) this.all(child, visit);
  }

  settle() {
    this.moment = this.options.now();
    let steps = 0;
    while (this.next < this.units.length && steps++ < MOST_STEPS) {
      const unit = this.units[this.next];
      const node = unit.waiting.values().next().value;
      if (node === undefined) { this.next++; continue; }
      unit.waiting.delete(node);
      if (node.gone) continue;
      this[unit.kind](unit, node);
    }
    this.moment = 0;
  }

  relevant(unit, node) {
    node.own = this.holds(unit.use, node, true);
    this.spread(node);
  }

  // Relevance goes down: what lies in what is not asked is not asked.
  spread(node) {
    const is = (node.p.d || node.p.x) && node.own !== false;
    if (is === node.x) return;
    node.x = is;
    if (this.calculated[node.i]) this.wait(this.calculated[node.i], node);
    for (const below of this.defs[node.i].below) if (this.counted[below.i]) this.wait(this.counted[below.i], node);
    for (const child of node.c) if (child.i !== undefined) this.spread(child);
    this.touch(node, node.rep);
  }

  calculate(unit, node) {
    if (!node.x || (this.kept && node.v && (unit.reads.length === 0 || (this.controls[node.i] && unit.def.o === undefined)))) return;
    let value;
    try { value = str(this.run(unit.use, node)); } catch (fault) { value = ''; }
    if (value === 'NaN' || value === 'Invalid Date') value = '';
    if (unit.def.t === 'date' && /^\d{4}-\d\d-\d\dT/.test(value)) value = value.slice(0, 10);
    this.put(node, value);
  }

  count(unit, node) {
    if (!node.x) return;
    let wanted;
    try { wanted = Math.trunc(num(this.run(unit.use, node))); } catch (fault) { return; }
    const there = node.c.filter(c => c.i === unit.def.i);
    wanted = Math.max(0, Math.min(MOST_REPEATS, wanted || 0));
    for (let i = there.length; i < wanted; i++) this.grow(node, unit.def);
    for (let i = there.length; i > wanted; i--) this.shrink(there[i - 1]);
  }

  offer(unit, node) {
    this.stale.add(node);
    if (!node.x || !node.v) return;
    let offered;
    try { offered = this.choices(node, unit.item).map(c => c.value); } catch (fault) { return; }
    this.put(node, functions.words(node.v).filter(v => offered.includes(v)).join(' '));
  }

  view(unit, node) { this.stale.add(node); }

  put(node, value) {
    if (node.v === value) return false;
    node.v = value;
    this.touch(node);
    if (this.started) this.act('xforms-value-changed', node);
    return true;
  }

  // ---- what people and events do

  /** An answer. */
  answer(node, value) {
    if (!this.put(node, value)) return;
    this.settle();
  }

  addRepeat(parent, def) {
    const made = this.grow(parent, def);
    this.settle();
    return made;
  }

  removeRepeat(node) {
    this.shrink(node);
    this.settle();
  }

  grow(parent, def) {
    const made = this.tree.add(parent, def);
    this.all(made, node => { node.x = true; });
    this.all(made, node => { for (const unit of this.unitsAt[node.i]) this.wait(unit, node); });
    if (!parent.x) this.spread(made);
    this.all(made, node => { this.preload(node); this.touch(node, true); });
    this.changed.add(parent);
    this.act('odk-new-repeat', made);
    return made;
  }

  shrink(node) {
    this.all(node, inside => { this.touch(inside, true); inside.gone = true; });
    node.p.c.splice(node.p.c.indexOf(node), 1);
    this.changed.add(node.p);
  }

  act(happening, node) {
    for (const action of this.program.actions) {
      if (!action.e.includes(happening) || (node && action.on !== node.i)) continue;
      const def = this.defs[action.n];
      let from = node || this.document;
      while (!from.d && !above(this.defs[from.i], def)) from = from.p;
      for (const target of this.tree.instances(def, from)) this.perform(action, target);
    }
  }

  perform(action, target) {
    if (action.g) { if (this.options.locate) this.options.locate(point => { if (!target.gone) this.answer(target, point); }); return; }
    let value = action.v || '';
    if (action.x !== undefined) {
      // What a default reads has been calculated before.
      if (!this.acting) { this.acting = true; this.settle(); this.acting = false; }
      try { value = str(this.run(action.x, target)); } catch (fault) { return; }
    }
    this.put(target, value === 'NaN' ? '' : value);
  }

  start() {
    this.kept = !!this.options.instanceXml;
    this.document = this.tree.open(this.options.instanceXml);
    const root = this.document.c[0];
    for (const unit of this.units) for (const node of this.tree.instances(unit.at, this.document)) this.wait(unit, node);
    this.all(root, node => this.preload(node));
    const id = root.c.filter(c => c.n === 'meta').map(m => m.c.find(c => c.n === 'instanceID')).find(n => n);
    if (id && !id.v && (id.i === undefined || this.defs[id.i].v === undefined)) id.v = 'uuid:' + functions.uuid(this.options);
    this.settle();
    if (!this.kept) this.act('odk-instance-first-load');
    this.act('odk-instance-load');
    this.act('xforms-ready');
    this.settle();
    this.started = true;
    this.kept = false;
    this.stale.clear();
    this.changed.clear();
  }

  preload(node) {
    const def = this.defs[node.i];
    if (!def.p || node.v) return;
    const now = new Date(this.options.now()), stamp = iso(now);
    if (def.p === 'uid') node.v = 'uuid:' + functions.uuid(this.options);
    else if (def.p === 'date') node.v = stamp.slice(0, 10);
    else if (def.p === 'timestamp') node.v = def.pp === 'start' ? stamp : '';
    else if (def.p === 'property') node.v = /deviceid$/.test(def.pp || '') ? this.options.deviceId || '' : (this.options.properties || {})[def.pp] || '';
  }

  /** The XML: complete for keeping, without what is not relevant for sending. */
  write(complete) { return this.tree.write(this.document, complete); }

  /** The XML to send, ended now. */
  finish() {
    for (const def of this.defs) if (def.p === 'timestamp' && def.pp === 'end') for (const node of this.tree.instances(def, this.document)) this.put(node, iso(new Date(this.options.now())));
    this.settle();
    return this.write(false);
  }

  // ---- what a view asks

  /** What a text says: words, guidance, and files of media. */
  say(given, node) {
    if (!given) return { words: '' };
    const entry = given.length === 1 ? given[0] : given[this.language] || given[this.program.language];
    if (!entry) return { words: '' };
    const words = part => {
      if (part === undefined) return '';
      if (typeof part === 'string') return part;
      return part.map(p => { if (typeof p === 'string') return p; try { return str(this.run(p, node)); } catch (fault) { return ''; } }).join('');
    };
    if (typeof entry === 'string' || Array.isArray(entry)) return { words: words(entry) };
    return { words: words(entry.l), guidance: words(entry.g), image: entry.i || entry.b, audio: entry.a, video: entry.v };
  }

  textById(id) { return this.say(this.program.texts[id], this.document.c[0]).words; }

  /** What can be chosen now: value and what it is called. */
  choices(node, item) {
    if (!item.s) return (item.o || []).map(o => ({ value: o[0], label: this.say(o[1], node) }));
    const child = (from, name) => { const found = from.c.find(c => c.n === name); return found ? text(found) : ''; };
    return values.nodes(this.run(item.s.x, node)).map(from => {
      const label = child(from, item.s.l);
      return { value: child(from, item.s.v), label: item.s.t ? this.say(this.program.texts[label.trim()], node) : { words: label } };
    });
  }

  choiceName(current, value, path) {
    const def = this.byPath.get(path), item = def && this.controls[def.i];
    if (!item) return '';
    let from = current;
    while (!from.d && !above(this.defs[from.i], def)) from = from.p;
    const node = this.tree.instances(def, from)[0];
    const found = node && this.choices(node, item).find(c => c.value === value);
    return found ? found.label.words : '';
  }

  required(node) { return this.holds(this.defs[node.i].q, node, false); }

  readonly(node) { return this.holds(this.defs[node.i].o, node, false); }

  /** Why an answer cannot stay as it is: required, type or constraint; null when it can. */
  fault(node) {
    if (!node.x) return null;
    const def = this.defs[node.i], value = node.v.trim();
    if (!value) return this.required(node) ? 'required' : null;
    if (!fits(def.t, value)) return 'type';
    return this.holds(def.c, node, true) ? null : 'constraint';
  }
}

const above = (one, other) => { for (let here = other; here; here = here.up) if (here === one) return true; return false; };
const iso = d => { const t = values.formatMoment(d.getTime()); return t.length > 10 ? t : t + 'T00:00:00.000' + values.zone(d); };

// Uses of expressions in a text.
function usesOf(given) {
  const found = [];
  const look = part => { if (Array.isArray(part)) part.forEach(p => typeof p === 'number' ? found.push(p) : look(p)); };
  for (const entry of given || []) {
    if (Array.isArray(entry)) look([entry]);
    else if (entry && typeof entry === 'object') look([entry.l, entry.g].filter(p => p));
  }
  return found;
}

function fits(type, value) {
  const point = p => { const parts = functions.words(p).map(Number); return parts.length >= 2 && parts.length <= 4 && !parts.some(isNaN) && Math.abs(parts[0]) <= 90 && Math.abs(parts[1]) <= 180; };
  const line = value.split(';').filter(p => p.trim());
  switch (type) {
    case 'int': return /^[+-]?\d+$/.test(value) && Math.abs(Number(value)) < 2147483648;
    case 'decimal': return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value);
    case 'date': return /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(values.milliseconds(value));
    case 'dateTime': return /^\d{4}-\d\d-\d\dT/.test(value) && !isNaN(values.milliseconds(value));
    case 'time': return /^([01]\d|2[0-4]):[0-5]\d/.test(value);
    case 'geopoint': return point(value);
    case 'geotrace': return line.length > 1 && line.every(point);
    case 'geoshape': return line.length > 3 && line.every(point) && functions.words(line[0]).slice(0, 2).join() === functions.words(line[line.length - 1]).slice(0, 2).join();
    default: return true;
  }
}
