// Everything at a glance: forms, drafts, what waits to be sent, what was sent. No answer is shown here.
import { button, h } from '../dom.js';
import { FullError, all, remove } from '../store.js';
import { RefusedError, keep, shown } from '../forms.js';
import { file, send, waiting } from '../queue.js';
import { lock } from '../vault.js';
import { age, count, moment, say, size } from '../words.js';
import { fill } from './fill.js';

export async function lists(app) {
  const element = h('section', { class: 'lists' });
  let turn = 0;
  const view = { element, idle: true, translate: renew, renew };
  async function renew() {
    const mine = ++turn, parts = await content(app);
    if (mine === turn) element.replaceChildren(...parts.filter(Boolean));
  }
  await renew();
  return view;
}

async function content(app) {
  const [device, forms, drafts, queue, sent] = await Promise.all([app.device(), shown(), all('drafts'), waiting(), all('sent')]);
  const full = await room();
  return [
    h('h1', {}, device.label ?? say('collector.title')),
    device.refused && h('p', { class: 'note bad' }, say('collector.refused')),
    app.state.persisted === false && h('p', { class: 'note warn' }, say('collector.not-persistent')),
    full && h('p', { class: 'note warn' }, full),
    part('collector.forms', forms.length, forms.map(f => formItem(app, device, f)), say(device.label ? 'collector.no-forms' : 'collector.not-met')),
    part('collector.drafts', drafts.length, drafts.sort((a, b) => b.savedAt - a.savedAt).map(d => draftItem(app, d)), say('collector.no-drafts')),
    part('collector.unsent', queue.length, queue.map(queueItem), say('collector.no-unsent')),
    h('div', { class: 'cluster' },
      button(say('collector.send-now'), async () => {
        app.say(say('collector.sending'));
        await app.meet();
        await send(app.renew, 'all');
        const left = (await waiting()).length;
        app.say(left === 0 ? say('collector.all-sent') : app.state.online ? count('collector.left-refused', left) : count('collector.left', left));
      }, 'primary'),
      queue.length > 0 && button(say('collector.export'), save)),
    queue.length > 0 && h('p', { class: 'small' }, say('collector.export-how')),
    h('h2', {}, say('collector.sent')),
    h('p', {}, sent.length === 0 ? say('collector.none-sent') : count('collector.sent-count', sent.length, moment(Math.max(...sent.map(s => s.at))))),
    sent.length > 0 && h('details', {}, h('summary', {}, say('collector.sent-when')), h('ul', { class: 'plain' }, sent.sort((a, b) => b.at - a.at).slice(0, 200).map(s => h('li', {}, moment(s.at))))),
    h('p', { class: 'small' }, say(app.state.persisted ? 'collector.persistent' : 'collector.stays')),
    button(say('collector.lock'), async () => {
      lock();
      await app.home();
    }),
  ];
}

const part = (key, n, items, none) => h('div', {}, h('h2', {}, say(key), ' ', h('span', { class: 'count' }, String(n))), items.length > 0 ? h('ul', { class: 'cards' }, items) : h('p', {}, none));

function formItem(app, device, { title, ready, update }) {
  const fetchIt = form => async () => {
    try {
      await keep(device.token, form);
      app.say(say('collector.kept', title));
    } catch (error) {
      app.say(error instanceof FullError ? say('collector.full') : error instanceof RefusedError ? say('collector.refused') : say('collector.unreached'));
    }
    app.renew();
  };
  return h('li', {}, h('strong', {}, title), h('span', { class: 'state ' + (ready ? 'ok' : 'open') }, say(ready ? update ? 'collector.ready-update' : 'collector.ready' : 'collector.offered')),
    h('div', { class: 'cluster' },
      ready && button(say('collector.fill'), async () => app.go(await fill(app, ready, null)), 'primary'),
      update && button(say(ready ? 'collector.take-update' : 'collector.keep'), fetchIt(update), ready ? '' : 'primary')));
}

const draftItem = (app, draft) => h('li', {}, h('strong', {}, draft.title), h('span', { class: 'small' }, say('collector.saved', age(draft.savedAt))),
  h('div', { class: 'cluster' },
    button(say('collector.continue'), async () => {
      const form = (await all('forms')).find(f => f.versionId === draft.versionId);
      await app.go(await fill(app, form, draft));
    }, 'primary'),
    h('details', {}, h('summary', {}, say('collector.delete')), button(say('collector.delete-sure'), async () => {
      await remove('drafts', draft.id);
      app.renew();
    }, 'danger'))));

const queueItem = item => h('li', {}, h('strong', {}, item.title), h('span', { class: 'small' }, say('collector.waits', age(item.at), size(item.envelope.byteLength))),
  item.message && h('p', { class: 'note bad' }, say('collector.server-says', item.message)));

async function room() {
  const { usage, quota } = await navigator.storage?.estimate?.() ?? {};
  return quota && quota - usage < 20e6 ? say('collector.little-room', size(quota - usage)) : null;
}

async function save() {
  const url = URL.createObjectURL(await file());
  h('a', { href: url, download: `${new Date().toISOString().slice(0, 10)}.vakaqueue` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
