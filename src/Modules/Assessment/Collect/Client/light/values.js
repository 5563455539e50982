// Values of XPath: strings, numbers, booleans, moments, and arrays of nodes. As the server computes them, to the last digit.

export const DAY = 86400000;
const EARLIEST = -62135596800000 + DAY, LATEST = 253402300799999 - DAY;

/** A moment: a string to the outside, a number of days in calculations. */
export class Moment {
  constructor(ms) { this.ms = ms >= EARLIEST && ms <= LATEST ? Math.round(ms) : NaN; }
}

const pad = (n, length) => String(n).padStart(length, '0');
const shown = node => node.x === undefined || node.x;

/** The text of a node. What is not relevant has none. */
export function text(node) {
  if (!node.c.length) return shown(node) ? node.v : '';
  let all = '';
  for (const child of node.c) all += text(child);
  return all;
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d*))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d*))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

// Milliseconds of a time of day, NaN for none: hour, minute, second and fraction stand at four places of a match.
function clock(m, at) {
  if (m[at] === undefined) return 0;
  const hour = +m[at], minute = +m[at + 1], second = +(m[at + 2] || 0), fraction = m[at + 3] ? Math.trunc(+('0.' + m[at + 3]) * 1000) : 0;
  const allowed = minute < 60 && second < 60 && (hour < 24 || (hour === 24 && !minute && !second && !+(m[at + 3] || 0)));
  return allowed ? ((hour * 60 + minute) * 60 + second) * 1000 + fraction : NaN;
}

function offset(zone) {
  if (!zone) return null;
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = +zone.slice(1, 3) * 60 + +(zone.slice(3).replace(':', '') || 0);
  return (zone[0] === '-' ? -minutes : minutes) * 60000;
}

const utc = (year, month, day) => { const date = new Date(0); date.setUTCFullYear(year, month, day); return date.getTime(); };

// What local time is ahead of UTC at a local time, given as if it were UTC.
function ahead(local) {
  const d = new Date(local);
  const there = new Date(0);
  there.setFullYear(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate());
  there.setHours(d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCMilliseconds());
  return -there.getTimezoneOffset() * 60000;
}

export function milliseconds(written) {
  const m = DATE.exec(written);
  if (!m) return NaN;
  const year = +m[1], month = +m[2] - 1, date = utc(year, month, +m[3]), day = new Date(date);
  if (year < 1 || day.getUTCMonth() !== month || day.getUTCDate() !== +m[3]) return NaN;
  const local = date + clock(m, 4), fixed = offset(m[8]);
  return new Moment(local - (fixed === null ? ahead(local) : fixed)).ms;
}

export function formatMoment(ms) {
  if (isNaN(ms)) return 'Invalid Date';
  const d = new Date(ms), date = pad(d.getFullYear(), 4) + '-' + pad(d.getMonth() + 1, 2) + '-' + pad(d.getDate(), 2);
  if (!d.getHours() && !d.getMinutes() && !d.getSeconds() && !d.getMilliseconds()) return date;
  return date + 'T' + pad(d.getHours(), 2) + ':' + pad(d.getMinutes(), 2) + ':' + pad(d.getSeconds(), 2) + '.' + pad(d.getMilliseconds(), 3) + zone(d);
}

export function zone(d) {
  const minutes = -d.getTimezoneOffset();
  return (minutes < 0 ? '-' : '+') + pad(Math.trunc(Math.abs(minutes) / 60), 2) + ':' + pad(Math.abs(minutes) % 60, 2);
}

/** Part of the day in the zone; NaN for what is no time. */
export function timeOfDay(e, written) {
  const trimmed = written.trim();
  if (DATE.test(trimmed)) {
    const ms = milliseconds(trimmed);
    if (isNaN(ms)) return NaN;
    const d = new Date(ms);
    return (((d.getHours() * 60 + d.getMinutes()) * 60 + d.getSeconds()) * 1000 + d.getMilliseconds()) / DAY;
  }
  const m = TIME.exec(trimmed);
  let ms = m ? clock(m, 1) : NaN;
  const fixed = m && offset(m[5]);
  if (m && fixed !== null) ms += -new Date(e.now).getTimezoneOffset() * 60000 - fixed;
  return ((ms % DAY) + DAY) % DAY / DAY;
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function parseNumber(written) {
  const trimmed = written.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (NUMBER.test(trimmed)) return Number(trimmed);
  return DATE.test(trimmed) ? milliseconds(trimmed) / DAY : NaN;
}

/** The shortest digits that mean the number, without an exponent. */
export function formatNumber(value) {
  const written = String(value === 0 ? 0 : value), at = written.indexOf('e');
  if (at < 0) return written;
  const sign = value < 0 ? '-' : '', mantissa = written.slice(sign.length, at), point = mantissa.indexOf('.');
  const digits = mantissa.replace('.', ''), whole = (point < 0 ? mantissa.length : point) + Number(written.slice(at + 1));
  if (whole <= 0) return sign + '0.' + '0'.repeat(-whole) + digits;
  return whole >= digits.length ? sign + digits.padEnd(whole, '0') : sign + digits.slice(0, whole) + '.' + digits.slice(whole);
}

export function num(value) {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseNumber(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Moment) return value.ms / DAY;
  return value.length ? parseNumber(text(value[0])) : NaN;
}

export function str(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Moment) return formatMoment(value.ms);
  return value.length ? text(value[0]) : '';
}

export function bool(value) {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !isNaN(value);
  if (value instanceof Moment) return !isNaN(value.ms);
  return value.length > 0;
}

export function nodes(value) {
  if (!Array.isArray(value)) throw new Error('A path was expected here, not a value.');
  return value;
}

export const texts = value => Array.isArray(value) ? value.map(text) : [str(value)];
export const numbers = value => Array.isArray(value) ? value.map(n => parseNumber(text(n))) : [num(value)];

const some = (left, right, holds) => left.some(one => right.some(other => holds(one, other)));
const numeric = value => typeof value === 'number' || value instanceof Moment;

function equality(left, right, wanted) {
  if (typeof left === 'boolean' || typeof right === 'boolean') return wanted === (bool(left) === bool(right));
  const as = numeric(left) || numeric(right) ? numbers : texts;
  return some(as(left), as(right), (a, b) => wanted === (a === b));
}

export const eq = (a, b) => equality(a, b, true);
export const ne = (a, b) => equality(a, b, false);
const order = holds => (a, b) => some(numbers(a), numbers(b), holds);
export const lt = order((a, b) => a < b);
export const le = order((a, b) => a <= b);
export const gt = order((a, b) => a > b);
export const ge = order((a, b) => a >= b);
