// Elements, and the little formatting that labels have.

/** An element with attributes; `on…` are listeners, true and false set or leave out. */
export function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes || {})) {
    const value = attributes[key];
    if (key.slice(0, 2) === 'on') made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

// Bold, emphasis and links; HTML that authors write is left out, its words stay.
const MARKS = /\*\*(.+?)\*\*|__(.+?)__|\[([^\]]+)\]\((https?:[^)\s]+)\)|\*([^*\s][^*]*)\*|\b_([^_\s][^_]*)_\b/;

function inline(into, text) {
  for (let m; (m = MARKS.exec(text)) !== null;) {
    into.append(text.slice(0, m.index));
    if (m[4]) into.append(make('a', { href: m[4], rel: 'noreferrer', target: '_blank' }, m[3]));
    else { const made = make(m[1] || m[2] ? 'strong' : 'em'); inline(made, m[1] || m[2] || m[5] || m[6]); into.append(made); }
    text = text.slice(m.index + m[0].length);
  }
  into.append(text);
}

/** Puts the words of a label into an element. */
export function show(into, words) {
  into.textContent = '';
  words.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^>]*>/gi, '').trim().split('\n').forEach((line, i) => {
    if (i) into.append(make('br'));
    const heading = /^#{1,6}\s+(.*)/.exec(line);
    if (heading) { const strong = make('strong'); inline(strong, heading[1]); into.append(strong); } else inline(into, line);
  });
}

/** Words without any formatting, for names that are only spoken. */
export const plain = words => { const at = make('span'); show(at, words); return at.textContent; };
