// Starts the page: joins the device, asks for the PIN, shows the lists; notices new versions, idleness, and the network coming back.
import { button, h, show } from './dom.js';
import { leave, saveNow } from './exit.js';
import { RefusedError, ask, refresh } from './forms.js';
import { send } from './queue.js';
import { readKey } from './seal.js';
import { get, persist, put } from './store.js';
import { lock, unlocked } from './vault.js';
import { choose, language, languages, say } from './words.js';
import { gate } from './views/gate.js';
import { join } from './views/join.js';
import { lists } from './views/lists.js';

const idle = 10 * 60_000;
const state = { view: null, update: null, online: true };

/** Shows a view again when what it shows has changed. */
const renew = () => { if (state.view?.renew) state.view.renew(); };

const app = {
  state, renew,
  /** The view now shown; a view's `close` is called before the next one. */
  async go(view) {
    await state.view?.close?.();
    state.view = view;
    app.say('');
    show(view.element);
    document.getElementById('update').hidden = !(state.update && view.idle);
  },
  home: async () => app.go(await (unlocked() ? lists(app) : gate(app))),
  say: text => { document.getElementById('status').textContent = text; },
  device: () => get('settings', 'device'),
  /** Talks to the server: is the device known, which key, which forms; then sends what waits. */
  async meet() {
    const device = await app.device();
    if (!device) return;
    try {
      const offered = await (await ask(`/key/${device.token}/seal`)).json();
      await readKey(offered);
      await put('settings', { ...device, label: offered.device, seal: { id: offered.id, key: offered.key }, refused: false }, 'device');
      await refresh(device.token);
      state.online = true;
    } catch (error) {
      if (error instanceof RefusedError) await put('settings', { ...device, refused: true }, 'device');
      else state.online = false;
    }
    renew();
    await send(renew, state.online ? 'reached' : 'due');
  },
  async start() {
    const device = await app.device();
    if (!device) return app.go(join(app));
    state.persisted = await persist();
    await app.home();
    await app.meet();
  },
};

function frame() {
  document.documentElement.lang = language;
  document.title = say('collector.title');
  document.getElementById('name').textContent = say('collector.title');
  const exit = document.getElementById('exit');
  exit.textContent = say('collector.exit');
  exit.title = say('collector.exit-hint');
  document.getElementById('languages').replaceChildren(...languages.map(code => h('button', {
    type: 'button', class: 'language', lang: code, 'aria-pressed': String(code === language),
    async onclick() {
      await saveNow();
      choose(code);
      frame();
      await (state.view?.translate ? state.view.translate() : app.home());
    },
  }, languageName(code))));
  document.getElementById('update').replaceChildren(h('p', {}, say('collector.update')), button(say('collector.update-now'), async () => {
    state.reload = true;
    state.update.postMessage('take-over');
  }));
}

const languageName = code => new Intl.DisplayNames([code], { type: 'language' }).of(code).replace(/^./, c => c.toLocaleUpperCase(code));

async function worker() {
  const registration = await navigator.serviceWorker.register('/collect/sw.js', { scope: '/collect/', updateViaCache: 'none' });
  const waits = found => {
    // The first worker has nothing to replace.
    if (!found || !navigator.serviceWorker.controller) return;
    state.update = found;
    document.getElementById('update').hidden = !state.view?.idle;
  };
  waits(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => { if (found.state === 'installed') waits(found); });
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => { if (state.reload) location.reload(); });
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.offline = 'ready';
}

function watch() {
  let last = Date.now();
  for (const name of ['pointerdown', 'keydown', 'input']) addEventListener(name, () => { last = Date.now(); }, { capture: true, passive: true });
  const check = async () => {
    if (!unlocked() || Date.now() - last < idle) return;
    await saveNow().catch(() => {});
    lock();
    await app.home();
  };
  setInterval(check, 15_000);
  addEventListener('visibilitychange', () => document.hidden ? saveNow().catch(() => {}) : check());
  addEventListener('online', () => app.meet());
}

async function begin() {
  frame();
  document.getElementById('exit').addEventListener('click', leave);
  const token = /^#([\w-]{20,100})$/.exec(location.hash)?.[1];
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (!crypto.subtle || !navigator.serviceWorker || !globalThis.indexedDB) return show(h('section', {}, h('h1', {}, say('collector.title')), h('p', { class: 'note bad' }, say('collector.unable'))));
  if (token) {
    const device = await app.device();
    if (device?.token !== token) await put('settings', { token, deviceId: device?.deviceId ?? 'vaka:' + crypto.randomUUID() }, 'device');
  }
  watch();
  await app.start();
  await worker();
}

begin().catch(error => {
  console.error(error);
  app.say(say('collector.broken', error.message));
});
