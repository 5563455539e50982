// The functions of XPath and OpenRosa that programs call.
import { DAY, Moment, num, str, text, texts, numbers, bool, parseNumber, milliseconds, zone } from './values.js';

export const floor = Math.floor, ceil = Math.ceil, trunc = Math.trunc, abs = Math.abs;
export const sin = Math.sin, cos = Math.cos, tan = Math.tan, asin = Math.asin, acos = Math.acos, atan = Math.atan, atan2 = Math.atan2;
export const sqrt = Math.sqrt, exp = Math.exp, log = Math.log, log10 = Math.log10;
export const exp10 = power => Math.pow(10, power);
export const pow = (value, power) => isNaN(power) || (Math.abs(value) === 1 && Math.abs(power) === Infinity) ? NaN : Math.pow(value, power);

const shift = (value, places) => { const [m, e] = String(value).split('e'); return Number(m + 'e' + (Number(e || 0) + places)); };

/** Half away from zero in decimals, not in binary fractions. */
export function round(value, decimals) {
  if (decimals === undefined) decimals = 0;
  if (isNaN(decimals)) return NaN;
  if (!isFinite(value)) return value;
  const places = Math.max(-400, Math.min(400, Math.trunc(decimals))), moved = shift(Math.abs(value), places);
  if (moved > 9007199254740992) return value;
  const rounded = shift(Math.round(moved), -places);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

export const sum = nodes => nodes.reduce((all, node) => all + parseNumber(text(node)), 0);
const extreme = pick => (...values) => {
  const all = [].concat(...values.map(numbers));
  return all.length ? all.reduce((a, b) => pick(a, b)) : NaN;
};
export const min = extreme(Math.min), max = extreme(Math.max);
export const count = nodes => nodes.length;
export const countFull = nodes => nodes.filter(n => text(n).length > 0).length;

export const truthText = value => value === 'true' || value === '1';
const ticks = value => Array.isArray(value) ? value.map(n => text(n).length > 0) : [bool(value)];
const within = (least, most, is) => (least < 0 || is >= least) && (most < 0 || is <= most);
export const checklist = (least, most, ...values) => within(least, most, [].concat(...values.map(ticks)).filter(t => t).length);
export function weighted(least, most, ...values) {
  const marks = [], weights = [];
  for (let i = 0; i + 1 < values.length; i += 2) { marks.push(...ticks(values[i])); weights.push(...numbers(values[i + 1])); }
  let all = 0;
  for (let i = 0; i < marks.length && i < weights.length; i++) if (marks[i]) all += weights[i];
  return within(least, most, all);
}

export const concat = (...values) => [].concat(...values.map(texts)).join('');
export const join = (between, ...values) => [].concat(...values.map(texts)).join(between);
export const startsWith = (all, part) => all.startsWith(part), endsWith = (all, part) => all.endsWith(part), contains = (all, part) => all.includes(part);
export const before = (all, mark) => { const i = all.indexOf(mark); return i < 0 ? '' : all.slice(0, i); };
export const after = (all, mark) => { const i = all.indexOf(mark); return i < 0 ? '' : all.slice(i + mark.length); };
export const words = value => value.split(/[ \t\r\n]+/).filter(w => w);
export const normal = value => words(value).join(' ');
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
export function substring(all, start, length) {
  const from = Math.floor(start + 0.5), until = length === undefined ? Infinity : length === Infinity ? length : from + Math.floor(length + 0.5);
  if (isNaN(from) || isNaN(until)) return '';
  const first = clamp(from, 1, all.length + 1);
  return all.slice(first - 1, clamp(until, first, all.length + 1) - 1);
}
const spot = (value, length) => { if (isNaN(value)) return 0; const whole = Math.trunc(value); return clamp(whole < 0 ? length + whole : whole, 0, length); };
export function substr(all, start, end) {
  const from = spot(start, all.length);
  return all.slice(from, Math.max(from, spot(end === undefined ? Infinity : end, all.length)));
}
export function translate(all, from, to) {
  let result = '';
  for (let i = 0; i < all.length; i++) {
    const at = from.indexOf(all[i]);
    if (at < 0) result += all[i];
    else if (at < to.length) result += to[at];
  }
  return result;
}
const patterns = new Map();
export function regex(value, pattern) {
  let read = patterns.get(pattern);
  if (!read) patterns.set(pattern, read = new RegExp(pattern, /\\[pP]\{/.test(pattern) ? 'u' : ''));
  return read.test(value);
}
export const coalesce = (one, other) => one || other;
export const depend = value => value;
export function decode(value) {
  const bytes = value.replace(/[ \t\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bytes)) return '';
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let bits = 0, held = 0, hex = '';
  for (const letter of bytes.replace(/=/g, '')) {
    held = (held << 6 | LETTERS.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) { bits -= 8; hex += '%' + ((held >> bits) & 255).toString(16).padStart(2, '0'); }
  }
  try { return decodeURIComponent(hex); } catch (broken) { return ''; }
}

export const selected = (answer, wanted) => { const all = words(answer), one = wanted.trim(); return all.length ? all.includes(one) : one === ''; };
export const selectedAt = (answer, i) => { const all = words(answer); return i >= 0 && i < all.length ? all[Math.trunc(i)] : ''; };
export const countSelected = answer => words(answer).length;

export const moment = e => new Moment(e.now);
export const today = e => { const d = new Date(e.now); d.setHours(0, 0, 0, 0); return new Moment(d.getTime()); };
export function date(value) {
  if (value instanceof Moment) return value;
  if (typeof value === 'number') return new Moment(value * DAY);
  if (typeof value === 'boolean') return new Moment(NaN);
  const written = str(value).trim();
  if (!written) return '';
  const exact = milliseconds(written);
  return new Moment(isNaN(exact) ? parseNumber(written) * DAY : exact);
}
export const days = value => { const at = date(value); return at instanceof Moment ? at.ms / DAY : NaN; };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const isoWeek = d => {
  const day = new Date(Date.UTC(d.getFullYear(), d.getMonth(), d.getDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  return Math.ceil(((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
};
// Names are English, whatever the language of the screen: what is calculated must come out the same everywhere.
const PARTS = {
  '%': () => '%', Y: d => pad(d.getFullYear(), 4), y: d => pad(d.getFullYear() % 100, 2), m: d => pad(d.getMonth() + 1, 2), n: d => d.getMonth() + 1,
  B: d => MONTHS[d.getMonth()], b: d => MONTHS[d.getMonth()].slice(0, 3), d: d => pad(d.getDate(), 2), e: d => d.getDate(), W: isoWeek, H: d => pad(d.getHours(), 2),
  h: d => d.getHours(), M: d => pad(d.getMinutes(), 2), S: d => pad(d.getSeconds(), 2), 3: d => pad(d.getMilliseconds(), 3), A: d => WEEK[d.getDay()],
  a: d => WEEK[d.getDay()].slice(0, 3), Z: zone,
};
const pad = (n, length) => String(n).padStart(length, '0');
export function formatDate(value, pattern) {
  const at = date(value);
  if (!(at instanceof Moment) || isNaN(at.ms)) return '';
  return pattern.replace(/%([\s\S]?)/g, (all, letter) => {
    if (!PARTS[letter]) throw new Error('“' + all + '” means nothing in a date.');
    return PARTS[letter](new Date(at.ms));
  });
}

const EARTH = 6378100, rad = degrees => degrees * Math.PI / 180;
// As Math.IEEERemainder: to the nearest whole turn, halves to the even one.
const east = (from, to) => { const d = to - from, q = d / 360, n = Math.floor(q), turns = q - n > 0.5 || (q - n === 0.5 && n % 2) ? n + 1 : n; return d - 360 * turns; };
function points(all) {
  const found = [];
  for (const line of all) for (const one of line.replace(/[ ;\n\r\t]+$/, '').split(';')) {
    const parts = words(one), p = parts.map(Number);
    if (parts.length < 2 || parts.length > 4 || p.some(isNaN) || !(Math.abs(p[0]) <= 90 && Math.abs(p[1]) <= 180)) return null;
    found.push(p);
  }
  return found.length ? found : null;
}
export function area(value) {
  const all = points(texts(value));
  if (!all) return NaN;
  if (all.length < 3) return 0;
  const strips = all.map((p, i) => { const next = all[(i + 1) % all.length]; return rad(east(p[1], next[1])) * (2 + Math.sin(rad(p[0])) + Math.sin(rad(next[0]))); });
  return round(Math.abs(strips.reduce((a, b) => a + b, 0) * EARTH * EARTH / 2), 2);
}
export function distance(...values) {
  const all = points([].concat(...values.map(texts)));
  if (!all) return NaN;
  let length = 0;
  for (let i = 1; i < all.length; i++) {
    const a = rad(all[i - 1][0]), b = rad(all[i][0]), north = Math.sin((b - a) / 2), side = Math.sin(rad(all[i][1] - all[i - 1][1]) / 2);
    length += 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(north * north + Math.cos(a) * Math.cos(b) * side * side)));
  }
  return round(length, 2);
}
export function geofence(point, value) {
  const one = points([point]), shape = points(texts(value));
  if (!one || one.length !== 1 || !shape || shape.length < 3) return false;
  const [latitude, longitude] = one[0];
  let is = false;
  shape.forEach((a, i) => {
    const b = shape[(i + 1) % shape.length];
    if (a[0] > latitude === b[0] > latitude) return;
    if (east(longitude, a[1]) + east(a[1], b[1]) * (latitude - a[0]) / (b[0] - a[0]) > 0) is = !is;
  });
  return is;
}

export const random = e => e.random();
const hex = n => n.toString(16).padStart(2, '0');
export function uuid(e, length) {
  const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  if (length !== undefined) {
    if (!(length >= 0 && length <= 10000)) throw new Error('uuid() takes a length between 0 and 10000.');
    let token = '';
    for (let left = Math.trunc(length); left > 0; left--) token += LETTERS[Math.floor(e.random() * LETTERS.length)];
    return token;
  }
  const bytes = e.bytes(16);
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  return [...bytes].map(hex).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The shuffle that the specification names: with a seed the same order on every client. */
export function shuffle(e, nodes, given) {
  const MODULUS = 2147483647;
  let state = given === undefined ? 0 : seed(given, MODULUS);
  const result = [];
  for (const node of nodes) {
    let fraction;
    if (given === undefined) fraction = e.random();
    else { state = state * 16807 % MODULUS; fraction = (state - 1) / (MODULUS - 1); }
    const i = Math.floor(fraction * (result.length + 1));
    result.push(node);
    result[result.length - 1] = result[i];
    result[i] = node;
  }
  return result;
}

function seed(value, modulus) {
  const number = num(value);
  let state;
  if (Math.abs(number) < 9223372036854775807) state = Math.trunc(number) % modulus;
  else {
    // The first 64 bits of SHA-256, as a whole number with a sign, modulo 2³¹ − 1 (2³² is 2 there).
    const [high, low] = sha256(str(value)), negative = high >>> 31;
    const magnitude = negative ? [(~high >>> 0) + (low === 0 ? 1 : 0), (~low + 1) >>> 0] : [high >>> 0, low >>> 0];
    state = (magnitude[0] % modulus * 2 + magnitude[1] % modulus) % modulus * (negative ? -1 : 1);
  }
  return state <= 0 ? state + modulus - 1 : state;
}

function sha256(message) {
  const bytes = [...unescape(encodeURIComponent(message))].map(c => c.charCodeAt(0)), bits = bytes.length * 8, K = [], H = [];
  const fraction = x => (x - Math.floor(x)) * 4294967296 | 0;
  for (let n = 2; K.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (H.length < 8) H.push(fraction(Math.sqrt(n)));
    K.push(fraction(Math.cbrt(n)));
  }
  bytes.push(128);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let i = 7; i >= 0; i--) bytes.push(i > 3 ? 0 : bits >>> (i * 8) & 255);
  const turn = (x, n) => x >>> n | x << (32 - n);
  for (let at = 0; at < bytes.length; at += 64) {
    const w = [];
    let [a, b, c, d, e, f, g, h] = H;
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = bytes[at + 4 * i] << 24 | bytes[at + 4 * i + 1] << 16 | bytes[at + 4 * i + 2] << 8 | bytes[at + 4 * i + 3];
      else { const x = w[i - 15], y = w[i - 2]; w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0; }
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { H[i] = H[i] + value | 0; });
  }
  return H;
}

/** Functions that look beyond the nodes: lists, labels of choices, texts. `e.form` is the model. */
export const instance = (e, id) => [e.form.list(id)];
export function pullData(e, id, wanted, field, key) {
  const child = (item, name) => item.c.find(c => c.n === name);
  for (const root of e.form.list(id).c) for (const item of root.c) {
    const held = item.n !== undefined && child(item, field);
    if (held && text(held) === key) { const found = child(item, wanted); return found ? text(found) : ''; }
  }
  return '';
}
export const choiceName = (e, value, path) => e.form.choiceName(e.c, value, path.trim());
export const itext = (e, id) => e.form.textById(id);
