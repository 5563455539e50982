// Paths through the tree of nodes.

const splits = new Map();
const split = names => {
  let parts = splits.get(names);
  if (!parts) splits.set(names, parts = names ? names.split(' ') : []);
  return parts;
};

// A repetition that is not relevant is not there.
const there = node => !(node.rep && node.x === false);

const matches = (node, test) => {
  if (test === 'node()') return true;
  if (test === 'text()') return !!node.t;
  if (node.n === undefined) return false;
  if (test === '*') return true;
  if (test[0] !== '{') return node.n === test;
  const end = test.indexOf('}'), name = test.slice(end + 1);
  return node.ns === test.slice(1, end) && (name === '*' || node.n === name);
};

export function kids(from, names) {
  let here = from;
  for (const name of split(names)) {
    const found = [];
    for (const node of here) for (const child of node.c) if (there(child) && matches(child, name)) found.push(child);
    here = found;
  }
  return here;
}

/** Up some steps from one node, then down by names. */
export function at(node, up, names) {
  for (; up > 0; up--) {
    node = node.p;
    if (!node) return [];
  }
  return kids([node], names);
}

const children = node => {
  if (node.c.length || !node.v || node.t || node.at) return node.c.filter(there);
  return node.k ? [node.k].map(k => { k.v = node.v; return k; }) : [node.k = { t: 1, v: node.v, c: [], p: node, a: [] }];
};
const below = node => { const all = []; for (const child of children(node)) { all.push(child); for (const one of below(child)) all.push(one); } return all; };
const above = node => { const all = []; for (let here = node.p; here; here = here.p) all.push(here); return all; };
const beside = (node, back) => {
  if (!node.p || node.at) return [];
  const all = children(node.p), place = all.indexOf(node);
  return back ? all.slice(0, place).reverse() : all.slice(place + 1);
};

// By the number that the emitter gives them.
const AXES = [children, below, n => [n].concat(below(n)), n => n.p ? [n.p] : [], n => [n], above, n => [n].concat(above(n)), n => n.a.filter(a => !/^xmlns/.test(a.q)), n => beside(n, false), n => beside(n, true)];

export function step(from, axis, test, predicates) {
  let all = [];
  for (const node of from) {
    let found = AXES[axis](node).filter(n => matches(n, test) && (test === 'node()' || !n.at || axis === 7));
    if (predicates) found = filter(found, predicates);
    if (axis === 5 || axis === 6 || axis === 9) found.reverse();
    all = from.length === 1 ? found : all.concat(found);
  }
  return from.length > 1 && axis !== 7 ? sorted(all) : all;
}

export function filter(from, predicates) {
  let kept = from;
  for (const predicate of predicates) kept = kept.filter((node, i) => predicate(node, i + 1, kept.length));
  return kept;
}

export const keeps = (value, place) => {
  if (typeof value === 'number') return value === place;
  return typeof value === 'boolean' ? value : value.ms !== undefined ? !isNaN(value.ms) : value.length > 0;
};

/** Each once, in document order. */
function sorted(all) {
  const unique = [...new Set(all)];
  if (unique.length < 2) return unique;
  const places = new Map();
  for (const node of unique) {
    const place = [];
    for (let here = node; here.p; here = here.p) {
      const i = here.at ? here.p.a.indexOf(here) - 1e6 : here.p.c.indexOf(here);
      place.unshift(i);
    }
    places.set(node, place);
  }
  return unique.sort((one, other) => {
    const a = places.get(one), b = places.get(other);
    for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
    return a.length - b.length;
  });
}

export const union = (a, b) => sorted(a.concat(b));

/** The number of a repeat: the place among the siblings of its name. */
export function place(nodes) {
  if (!nodes.length) return NaN;
  const node = nodes[0];
  return node.p && !node.at && node.n !== undefined ? node.p.c.filter(c => there(c) && c.n === node.n && c.ns === node.ns).indexOf(node) + 1 : 1;
}

export const nameOf = (nodes, part) => nodes.length && nodes[0].n !== undefined ? nodes[0][part === 's' ? 'ns' : part] : '';

const inside = (node, outer) => { for (let here = node; here; here = here.p) if (here === outer) return true; return false; };

/** The node inside the n-th of a repeat, inside the n-th of the repeat in that, and so on. */
export function indexed(nodes, ...pairs) {
  let chosen = null;
  for (let i = 0; i < pairs.length; i += 2) {
    const repeats = pairs[i].filter(n => !chosen || inside(n, chosen)), index = pairs[i + 1];
    if (!(index >= 1 && index < repeats.length + 1)) return [];
    chosen = repeats[Math.trunc(index) - 1];
  }
  return nodes.filter(n => inside(n, chosen)).slice(0, 1);
}
