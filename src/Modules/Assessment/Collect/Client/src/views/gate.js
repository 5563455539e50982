// The PIN: chosen once, asked at the start, after idleness and after the safe exit.
import { button, h } from '../dom.js';
import { create, exists, forget, shortest, unlock } from '../vault.js';
import { say } from '../words.js';

const field = (id, label) => [h('label', { for: id }, label), h('input', { id, type: 'password', autocomplete: 'off', required: true })];

export const gate = async app => await exists() ? asked(app) : chosen(app);

function form(app, fields, action, act) {
  const problem = h('p', { class: 'problem', role: 'alert' }), press = h('button', { class: 'button primary' }, action);
  return h('form', {
    autocomplete: 'off',
    async onsubmit(event) {
      event.preventDefault();
      problem.textContent = '';
      press.disabled = true;
      const wrong = await act();
      press.disabled = false;
      if (!wrong) return app.home();
      problem.textContent = wrong;
    },
  }, fields, problem, press);
}

function chosen(app) {
  const fields = [...field('pin', say('collector.pin-new', shortest)), ...field('again', say('collector.pin-again'))], [pin, again] = [fields[1], fields[3]];
  return {
    translate: () => app.home(),
    element: h('section', {}, h('h1', {}, say('collector.pin-choose')), h('p', {}, say('collector.pin-why')), h('p', { class: 'note warn' }, say('collector.pin-loss')),
      form(app, fields, say('collector.pin-set'), async () => {
        if (pin.value.length < shortest) return say('collector.pin-short', shortest);
        if (pin.value !== again.value) return say('collector.pin-differs');
        await create(pin.value);
        return null;
      })),
  };
}

function asked(app) {
  const fields = field('pin', say('collector.pin')), pin = fields[1];
  let wrong = 0;
  return {
    translate: () => app.home(),
    element: h('section', {}, h('h1', {}, say('collector.locked')), form(app, fields, say('collector.open'), async () => {
      // Ever slower, beside the work that each try costs by itself.
      if (wrong > 3) await new Promise(done => { setTimeout(done, 2000 * (wrong - 3)); });
      if (await unlock(pin.value)) return null;
      wrong++;
      pin.value = '';
      pin.focus();
      return say('collector.pin-wrong');
    }), h('details', {}, h('summary', {}, say('collector.pin-forgotten')), h('p', {}, say('collector.pin-forgotten-how')),
      button(say('collector.pin-forget'), async () => {
        await forget();
        await app.home();
      }, 'danger'))),
  };
}
