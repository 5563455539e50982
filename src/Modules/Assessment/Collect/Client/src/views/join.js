// No device yet: what this page is, and a place to paste the address or code that the server printed.
import { h } from '../dom.js';
import { put } from '../store.js';
import { say } from '../words.js';

export function join(app) {
  const input = h('input', { id: 'code', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = h('form', {
    async onsubmit(event) {
      event.preventDefault();
      const token = /(?:^|[#/])([\w-]{20,100})\/?$/.exec(input.value.trim())?.[1];
      if (!token) {
        problem.textContent = say('collector.code-wrong');
        return;
      }
      await put('settings', { token, deviceId: 'vaka:' + crypto.randomUUID() }, 'device');
      await app.start();
    },
  }, h('label', { for: 'code' }, say('collector.code')), input, problem, h('button', { class: 'button primary' }, say('collector.join')));
  return { idle: true, element: h('section', {}, h('h1', {}, say('collector.title')), h('p', {}, say('collector.about')), h('p', {}, say('collector.join-how')), form), translate: () => app.go(join(app)) };
}
