// Makes elements: h('p', { class: 'note', onclick: f }, 'text', child). Text is always text: nothing here parses HTML.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

/** Shows a view in place of the one before and moves the reading point to its heading. */
export function show(view) {
  const main = document.getElementById('main');
  main.replaceChildren(view);
  const heading = view.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  scrollTo(0, 0);
}

/** A button. While its action runs it cannot be pressed again. */
export const button = (text, act, kind = '') => h('button', {
  type: 'button', class: 'button ' + kind,
  async onclick(e) {
    const pressed = e.currentTarget;
    pressed.disabled = true;
    try {
      await act(e);
    } finally {
      pressed.disabled = false;
    }
  },
}, text);
