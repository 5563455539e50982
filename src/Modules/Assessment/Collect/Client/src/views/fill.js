// Fills a form: every change is saved as an encrypted draft; when all rules hold the answers are sealed for the server and the draft goes, both or neither.
import { button, h } from '../dom.js';
import { open } from '../engines.js';
import { saves } from '../exit.js';
import { attachment } from '../forms.js';
import { send } from '../queue.js';
import { pack, readKey, seal, unpack } from '../seal.js';
import { FullError, change, put } from '../store.js';
import { decrypt, encrypt } from '../vault.js';
import { language, moment, say } from '../words.js';

export async function fill(app, form, draft) {
  const device = await app.device(), begun = draft && unpack(await decrypt(draft.id, draft));
  const id = draft?.id ?? crypto.randomUUID(), startedAt = draft?.startedAt ?? Date.now();
  const element = h('div', { class: 'engine' }, h('p', {}, say('collector.opening')));
  const state = h('p', { class: 'small', role: 'status', 'data-saved': '' }), problem = h('p', { class: 'problem', role: 'alert' });
  let engine, saving = Promise.resolve(), finished = false;

  const trouble = error => {
    console.error(error);
    problem.textContent = error instanceof FullError ? say('collector.full') : say('collector.broken', error.message);
  };

  // One after the other, so that an older state never lies over a newer one.
  const onChange = (xml, files = []) => saving = saving.catch(() => {}).then(async () => {
    if (finished) return;
    await put('drafts', { id, versionId: form.versionId, formId: form.formId, title: form.title, startedAt, savedAt: Date.now(), ...await encrypt(id, await pack(xml, files)) });
    problem.textContent = '';
    state.textContent = say('collector.draft-saved', moment(Date.now()));
    state.dataset.saved = String(Number(state.dataset.saved || 0) + 1);
  });

  const onSubmit = async ({ xml, files = [] }) => {
    await saving.catch(() => {});
    if (finished) return;
    try {
      if (!device.seal) throw new Error(say('collector.not-met'));
      const sealed = await seal(await readKey(device.seal), await pack(xml, files));
      finished = true;
      await change(['queue', 'drafts'], s => {
        s('queue').put({ id: sealed.id, token: device.token, title: form.title, envelope: sealed.envelope.buffer, at: Date.now(), attempts: 0, next: 0, message: null });
        s('drafts').delete(id);
      });
    } catch (error) {
      finished = false;
      trouble(error);
      return;
    }
    await app.home();
    app.say(say('collector.finished'));
    send(app.renew);
  };

  const view = {
    element: h('section', { class: 'filling' }, h('h1', {}, form.title), element, problem,
      h('div', { class: 'bar' }, button(say('collector.finish'), () => engine?.submit?.(), 'primary'), button(say('collector.later'), () => app.home()), state)),
    translate: async () => {},
    async close() {
      saves(async () => {});
      try {
        await engine?.save?.();
        await saving;
      } catch (error) {
        trouble(error);
      }
      engine?.close();
    },
  };
  // After the view is shown: an engine draws into a page that is there.
  queueMicrotask(async () => {
    try {
      engine = await open(form, { element, instanceXml: begun?.xml ?? null, files: begun?.files ?? [], deviceId: device.deviceId, language, attachment: name => attachment(form, name), onChange, onSubmit, onFailure: trouble });
      saves(async () => {
        await engine.save?.();
        await saving;
      });
    } catch (error) {
      trouble(error);
    }
  });
  return view;
}
