// Words of the screen: the server writes them, from the same PO files as every other page, into the page itself.
const all = JSON.parse(document.getElementById('words').textContent);
const remembered = 'vaka-collect-language';

export const languages = Object.keys(all);
export let language = [localStorage.getItem(remembered), ...navigator.languages.map(l => l.slice(0, 2))].find(l => l in all) ?? 'en';

export function choose(code) {
  language = code;
  localStorage.setItem(remembered, code);
}

const fill = (text, values) => text.replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');

/** The text of a key, with {0}, {1} filled. */
export const say = (key, ...values) => fill(all[language][key]?.[0] ?? key, values);

/** The text of a key for a number, which fills {0}. */
export function count(key, n, ...values) {
  const forms = all[language][key] ?? [key];
  return fill(forms[new Intl.PluralRules(language).select(n) === 'one' ? 0 : forms.length - 1], [n.toLocaleString(language), ...values]);
}

/** A moment, short. */
export const moment = time => new Date(time).toLocaleString(language === 'en' ? 'en-NZ' : language, { dateStyle: 'medium', timeStyle: 'short' });

/** How long ago: minutes, hours, days. */
export function age(time) {
  const minutes = Math.max(0, Math.round((Date.now() - time) / 60000));
  const [n, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 2880 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day'];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-n, unit);
}

/** Bytes in kB or MB. */
export const size = bytes => bytes < 1e6 ? say('collector.kb', Math.max(1, Math.round(bytes / 1000)).toLocaleString(language)) : say('collector.mb', (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 }));
