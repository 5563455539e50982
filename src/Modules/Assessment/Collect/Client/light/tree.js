// The answers as a tree, held to the nodes that the form knows.
import { parse, write, element, documentOf } from './xml.js';

const isTemplate = node => node.a.some(a => a.n === 'template' && a.ns === 'http://openrosa.org/javarosa' || a.q === 'jr:template');

/** What the program says of each node, with the links between them: i its number, up the node above, below those inside, depth from 1 at the root. */
export function define(program) {
  const defs = program.nodes.map((node, i) => Object.assign({}, node, { i, up: null, below: [], depth: 1, path: '/' + node.n }));
  for (const def of defs) {
    if (def.u === undefined) continue;
    def.up = defs[def.u];
    def.up.below.push(def);
    def.depth = def.up.depth + 1;
    def.path = def.up.path + '/' + def.n;
  }
  return defs;
}

/** Makes, fills and writes instances of one program. */
export class Tree {
  constructor(program, defs) {
    this.defs = defs;
    this.templates = [];
    const root = parse(program.instance).c[0];
    this.learn(root, defs[0]);
    if (!defs.some(d => d.n === 'instanceID' && d.up && d.up.n === 'meta')) this.addMeta(root);
    this.empty = root;
  }

  // Templates are remembered and taken out; the repetitions that a form begins with stay.
  learn(node, def) {
    node.i = def.i;
    node.rep = def.k === 2;
    node.c = node.c.filter(c => !c.t);
    for (const below of def.below) {
      const found = node.c.filter(c => c.n === below.n);
      for (const child of found) this.learn(child, below);
      if (below.k === 2 && found.length) {
        if (!this.templates[below.i]) {
          const template = found.find(isTemplate) || found[0];
          this.templates[below.i] = this.copy(template, null);
          this.templates[below.i].a = this.templates[below.i].a.filter(a => a.n !== 'template');
        }
        node.c = node.c.filter(c => !(c.n === below.n && isTemplate(c)));
      }
    }
  }

  addMeta(root) {
    let meta = root.c.find(c => c.n === 'meta');
    const add = (name, above) => { const made = element(name, above, above.ns); above.c.push(made); return made; };
    if (!meta) meta = add('meta', root);
    if (!meta.c.some(c => c.n === 'instanceID')) add('instanceID', meta);
  }

  copy(node, parent) {
    const made = Object.assign({}, node, { p: parent, x: true });
    made.c = node.c.map(c => this.copy(c, made));
    made.a = node.a.map(a => Object.assign({}, a, { p: made }));
    return made;
  }

  /** A document with the empty answers, or with those of an XML that was written before. */
  open(xml) {
    const root = this.copy(this.empty, null);
    if (xml) this.fill(root, parse(xml).c[0]);
    return documentOf(root);
  }

  fill(node, saved) {
    if (!node.c.length && !saved.c.length) { node.v = saved.v; return; }
    for (const child of node.c.filter(c => !c.rep)) {
      const found = saved.c.find(c => c.n === child.n);
      if (found) this.fill(child, found);
    }
    if (node.i === undefined) return;
    for (const def of this.defs[node.i].below.filter(d => d.k === 2)) {
      node.c = node.c.filter(c => c.i !== def.i);
      for (const found of saved.c.filter(c => c.n === def.n)) this.fill(this.add(node, def), found);
    }
  }

  /** A new repetition behind the last one, or where the form has its place. */
  add(parent, def) {
    const made = this.copy(this.templates[def.i], parent);
    let at = parent.c.length;
    while (at > 0 && (parent.c[at - 1].i === undefined || parent.c[at - 1].i > def.i)) at--;
    parent.c.splice(at, 0, made);
    return made;
  }

  /** All instances of a node below (or at) another. */
  instances(def, from) {
    const ways = [];
    const start = from.d ? 0 : this.defs[from.i].depth;
    for (let here = def; here && here.depth > start; here = here.up) ways.unshift(here.i);
    let found = [from];
    for (const way of ways) {
      const next = [];
      for (const node of found) for (const child of node.c) if (child.i === way) next.push(child);
      found = next;
    }
    return found;
  }

  /** As it is sent: what is relevant; or as it is kept: everything. */
  write(document, complete) {
    return '<?xml version="1.0" encoding="UTF-8"?>' + write(document.c[0], complete ? () => true : node => node.x !== false);
  }
}
