// Nodes of instances: a small tree of our own, so that the logic of a form needs no DOM.
// A node is {n: local name, q: name as written, ns: namespace, v: text of a leaf, c: children, p: parent, a: attributes}.
// Text beside elements is a node without a name (t: 1); an attribute has at: 1; the document d: 1.

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const PREFIXES = { xml: 'http://www.w3.org/XML/1998/namespace' };

const decode = text => text.indexOf('&') < 0 ? text : text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name) => {
  if (name[0] !== '#') return ENTITIES[name] || all;
  return String.fromCodePoint(name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10));
});

const encode = text => text.replace(/[&<>"\r]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }[c]));

export const element = (name, parent, namespace) =>
  ({ n: name.slice(name.indexOf(':') + 1), q: name, ns: namespace || '', v: '', c: [], p: parent, a: [] });

export const documentOf = root => {
  const document = { d: 1, v: '', c: root ? [root] : [], p: null, a: [] };
  if (root) root.p = document;
  return document;
};

/** Reads XML without document type; throws on what is cut short. */
export function parse(xml) {
  const document = documentOf();
  const tokens = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  let here = document, scope = PREFIXES, at = 0;
  const scopes = [];
  const add = text => {
    if (here.d) return;
    if (here.c.length) here.c.push({ t: 1, v: text, c: [], p: here, a: [] });
    else here.v += text;
  };
  for (let m; (m = tokens.exec(xml)) !== null; at = tokens.lastIndex) {
    if (m.index !== at) break;
    if (m[1] !== undefined) add(m[1]);
    else if (m[6] !== undefined) add(decode(m[6].replace(/\r\n?/g, '\n')));
    else if (m[2] !== undefined) {
      if (here.q !== m[2]) throw new Error('</' + m[2] + '> closes nothing');
      here = here.p;
      scope = scopes.pop();
    } else if (m[3] !== undefined) {
      const inner = Object.create(scope);
      const given = [];
      m[4].replace(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g, (all, name, one, two) => {
        const value = decode(one === undefined ? two : one);
        given.push([name, value]);
        if (name === 'xmlns') inner[''] = value;
        else if (name.slice(0, 6) === 'xmlns:') inner[name.slice(6)] = value;
      });
      const space = (name, plain) => { const colon = name.indexOf(':'); return (colon < 0 ? plain : inner[name.slice(0, colon)]) || ''; };
      const made = element(m[3], here, space(m[3], inner['']));
      for (const [name, value] of given)
        made.a.push({ at: 1, q: name, n: name.slice(name.indexOf(':') + 1), ns: space(name, ''), v: value, c: [], p: made, a: [] });
      if (!here.d && !here.c.length && here.v) { here.c.push({ t: 1, v: here.v, c: [], p: here, a: [] }); here.v = ''; }
      here.c.push(made);
      if (!m[5]) { scopes.push(scope); scope = inner; here = made; }
    }
  }
  if (here !== document || at !== xml.length || !document.c.length) throw new Error('The XML is cut short.');
  return document;
}

/** Writes a node; those that `keep` refuses are left out. */
export function write(node, keep) {
  let inside = node.c.length ? '' : encode(node.v);
  for (const child of node.c) if (child.t) inside += encode(child.v); else if (keep(child)) inside += write(child, keep);
  let text = '<' + node.q;
  for (const attribute of node.a) text += ' ' + attribute.q + '="' + encode(attribute.v) + '"';
  return text + (inside ? '>' + inside + '</' + node.q + '>' : '/>');
}

/** A list in a file: CSV with a heading, GeoJSON, or XML as it is. */
export function list(name, text) {
  if (/\.xml$/i.test(name)) return parse(text.replace(/^\uFEFF/, ''));
  const root = element('root', null);
  const item = fields => {
    const made = element('item', root);
    for (const [field, value] of fields) { const child = element(field, made); child.v = value; made.c.push(child); }
    root.c.push(made);
  };
  if (/\.geojson$/i.test(name)) {
    for (const feature of JSON.parse(text).features || []) {
      const fields = [['geometry', place(feature.geometry)]], known = feature.properties || {};
      if (feature.id !== undefined && known.id === undefined) fields.push(['id', String(feature.id)]);
      for (const key of Object.keys(known)) fields.push([key, known[key] === null ? '' : String(known[key])]);
      item(fields);
    }
  } else {
    const rows = table(text.replace(/^\uFEFF/, '')), heading = (rows.shift() || []).map(h => h.trim());
    for (const row of rows) item(heading.map((h, i) => [h, row[i] === undefined ? '' : row[i]]));
  }
  return documentOf(root);
}

function place(geometry) {
  if (!geometry) return '';
  const point = p => p[1] + ' ' + p[0] + ' ' + (p[2] || 0) + ' 0';
  if (geometry.type === 'Point') return point(geometry.coordinates);
  return (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates).map(point).join('; ');
}

function table(text) {
  const rows = [];
  let row = [], field = '', quoted = false;
  const mark = /^[^\n]*/.exec(text)[0], comma = mark.indexOf(',') < 0 && mark.indexOf(';') >= 0 ? ';' : ',';
  const end = () => { row.push(field); field = ''; };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += c; i++; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === comma) end();
    else if (c === '\n') { end(); rows.push(row); row = []; }
    else if (c !== '\r') field += c;
  }
  if (field || row.length) { end(); rows.push(row); }
  return rows.filter(r => r.length > 1 || r[0]);
}
