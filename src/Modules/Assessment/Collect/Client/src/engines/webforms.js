// ODK Web Forms as an engine. What it needs of the package beyond its interface is put there by build.mjs.
import { createApp, h } from 'vue';
import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms';
import { count } from '../words.js';

globalThis.vakaSayErrors = n => count('collector.errors', n);

const answersOf = async data => ({ xml: await data.get('xml_submission_file').text(), files: [...data.entries()].filter(([name]) => name !== 'xml_submission_file').map(([, file]) => file) });

function dataOf(xml, files) {
  const data = new FormData();
  data.set('xml_submission_file', new File([xml], 'xml_submission_file', { type: 'text/xml' }));
  for (const file of files) data.set(file.name, file);
  return data;
}

export async function open({ element, program, instanceXml, files, deviceId, attachment, onChange, onSubmit, onFailure }) {
  let form, last = instanceXml ?? '', timer, closed = false;
  const app = createApp({
    render: () => h(OdkWebForm, {
      ref: f => { form = f; },
      formXml: program,
      fetchFormAttachment: async url => {
        const blob = await attachment(decodeURIComponent(url.pathname.split('/').pop()));
        return blob ? new Response(blob) : new Response('', { status: 404 });
      },
      missingResourceBehavior: 'BLANK',
      preloadProperties: { deviceID: deviceId },
      editInstance: instanceXml ? { restore: [dataOf(instanceXml, files)] } : null,
      onSubmit: async payload => {
        if (payload.status === 'ready') await onSubmit(await answersOf(payload.data[0]));
      },
    }),
  });
  app.use(webFormsPlugin);
  app.config.errorHandler = onFailure;
  app.mount(element);

  async function save() {
    clearTimeout(timer);
    timer = undefined;
    const root = form?.root();
    if (!root || closed) return;
    // An unfinished instance comes out as a finished one does, with its violations beside it.
    const { xml, files: now } = await answersOf((await root.prepareInstancePayload()).data[0]);
    const state = xml + now.map(f => `${f.name} ${f.size} ${f.lastModified}`).join();
    if (state === last) return;
    await onChange(xml, now);
    last = state;
  }

  const later = () => { timer ??= setTimeout(() => save().catch(onFailure), 700); };
  const events = ['input', 'change', 'click', 'focusout'];
  // On the document: the dialogs and pickers of the engine are drawn beside its element.
  for (const name of events) document.addEventListener(name, later, true);
  return {
    save,
    submit: () => form.send(),
    close() {
      closed = true;
      clearTimeout(timer);
      for (const name of events) document.removeEventListener(name, later, true);
      app.unmount();
    },
  };
}
