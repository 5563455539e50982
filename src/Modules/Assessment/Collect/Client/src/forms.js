// The forms that the server offers this device, and those that are kept on it: XForm and files by their hash.
import { all, change, get, has } from './store.js';

const list = 'http://openrosa.org/xforms/xformsList', manifest = 'http://openrosa.org/xforms/xformsManifest';

/** The server does not know this device. */
export class RefusedError extends Error {}

/** Asks the server; throws a TypeError when it cannot be reached, RefusedError when it does not let the device in. */
export async function ask(path) {
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-store', headers: { 'X-OpenRosa-Version': '1.0' } });
  if (answer.status === 401) throw new RefusedError();
  if (!answer.ok) throw new TypeError(`${answer.status}`);
  return answer;
}

const xml = async answer => new DOMParser().parseFromString(await answer.text(), 'text/xml');
const texts = (element, namespace, ...names) => names.map(n => element.getElementsByTagNameNS(namespace, n)[0]?.textContent ?? '');

/** Reads the server's list. A version that is here already stays as it is; what is no longer offered, not kept and in no draft, goes. */
export async function refresh(token) {
  const document = await xml(await ask(`/key/${token}/formList`));
  const offered = [...document.getElementsByTagNameNS(list, 'xform')].map(element => {
    const [formId, title, version, hash, address, files] = texts(element, list, 'formID', 'name', 'version', 'hash', 'downloadUrl', 'manifestUrl');
    return { versionId: /forms\/([0-9a-f-]{36})\.xml/.exec(address)[1], formId, title, version, hash, hasFiles: files !== '' };
  });
  const known = await all('forms'), used = new Set((await all('drafts')).map(d => d.versionId));
  const ids = new Set(offered.map(o => o.versionId)), ready = new Set(known.filter(k => k.ready && ids.has(k.versionId)).map(k => k.formId));
  await change(['forms'], s => {
    for (const form of known) {
      // The older version stays in use until the newer one is ready, and for drafts that began with it.
      if (ids.has(form.versionId) || used.has(form.versionId)) continue;
      if (form.ready && !ready.has(form.formId) && offered.some(o => o.formId === form.formId)) continue;
      s('forms').delete(form.versionId);
    }
    for (const form of offered) s('forms').put({ ...known.find(k => k.versionId === form.versionId), ...form, offered: true });
    for (const form of known) if (!ids.has(form.versionId) && (used.has(form.versionId) || form.ready)) s('forms').put({ ...form, offered: false });
  });
  await sweep();
}

// Deleting twice is harmless; deleting what a form names is not.
async function sweep() {
  const forms = await all('forms'), named = new Set(forms.flatMap(f => f.files ?? []).map(f => f.hash));
  const kept = await get('settings', 'blobs') ?? [];
  await change(['blobs', 'settings'], s => {
    for (const hash of kept) if (!named.has(hash)) s('blobs').delete(hash);
    s('settings').put([...named], 'blobs');
  });
}

/** Fetches a version whole; only then is it ready. */
export async function keep(token, form) {
  const text = await (await ask(`/key/${token}/forms/${form.versionId}.xml`)).text();
  const files = [];
  if (form.hasFiles) {
    const document = await xml(await ask(`/key/${token}/forms/${form.versionId}/manifest`));
    for (const element of document.getElementsByTagNameNS(manifest, 'mediaFile')) {
      const [name, hash] = texts(element, manifest, 'filename', 'hash');
      if (!await has('blobs', hash)) {
        const blob = await (await ask(`/key/${token}/forms/${form.versionId}/files/${encodeURIComponent(name)}`)).blob();
        await change(['blobs'], s => s('blobs').put(blob, hash));
      }
      files.push({ name, hash });
    }
  }
  await change(['forms'], s => s('forms').put({ ...form, xml: text, files, ready: true }));
}

/** Forms for the list: per form id the version to fill, whether a newer one waits, and all that is offered. */
export async function shown() {
  const forms = (await all('forms')).sort((a, b) => a.title.localeCompare(b.title)), byId = new Map();
  for (const form of forms) {
    const entry = byId.get(form.formId) ?? byId.set(form.formId, { ready: null, offered: null }).get(form.formId);
    if (form.offered) entry.offered = form;
    if (form.ready && (form.offered || !entry.ready)) entry.ready = form;
  }
  return [...byId.values()].filter(e => e.offered).map(e => ({ title: e.offered.title, ready: e.ready, update: e.offered.ready ? null : e.offered }));
}

/** A file beside a form; null when it has none of that name. */
export async function attachment(form, name) {
  const file = form.files.find(f => f.name === name);
  return file ? await get('blobs', file.hash) : null;
}
