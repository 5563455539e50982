// The light form client: a form of the server, as a program, on the screen.
import { Model } from './model.js';
import { View } from './view.js';
import { list } from './xml.js';
import { make } from './dom.js';
import { locate } from './inputs.js';
import { wording, codeOf } from './words.js';

const chance = bytes => { const made = new Uint8Array(bytes); crypto.getRandomValues(made); return made; };
const random = () => { const b = chance(4); return (((b[0] << 24) >>> 0) + (b[1] << 16) + (b[2] << 8) + b[3]) / 4294967296; };

const read = blob => blob.text ? blob.text() : new Promise((done, fail) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.onerror = () => fail(reader.error);
  reader.readAsText(blob);
});

/**
 * Opens a form in an element.
 *   program       default export of the form's program
 *   instanceXml   answers that were kept; nothing for a new form
 *   language      code or name of a language of the form; its default when it has no such one
 *   attachment    name → Promise of a Blob or null: files beside the form, and files of kept answers
 *   onChange      (xml, files) after every change: complete XML to keep, and the new files as [{name, blob}]
 *   onSubmit      ({xml, files}) when the form is finished without fault: only what is relevant; files as [{name, blob}]
 *   now           () → milliseconds; deviceId, properties {username…} for what forms preload
 *   words         other words for the client's own, by key
 * Gives {close(), serialize(), setLanguage(), finish(), ready}.
 */
export function open({ element, program, instanceXml, language, attachment, onChange, onSubmit, now, deviceId, properties, words }) {
  const files = new Map(), fetch = attachment || (() => Promise.resolve(null));
  const clock = () => now === undefined ? Date.now() : Number(typeof now === 'function' ? now() : now);
  let model = null, view = null, closed = false, pending = 0, spoken = language, say = wording('en', words);

  const choose = wanted => {
    const all = program.languages, code = codeOf(wanted) || String(wanted || '').toLowerCase().split('-')[0];
    let at = all.indexOf(wanted);
    if (at < 0) at = all.findIndex(l => code && codeOf(l) === code);
    if (at < 0) at = all.findIndex(l => code && codeOf(l).split('-')[0] === code);
    const form = at < 0 ? program.language : at, its = codeOf(all[form]);
    // The client's words are in the language that was asked for, else in that of the form.
    say = wording(code || its || 'en', words);
    return { form, code: its || code || 'en' };
  };

  const newFiles = () => [...files].map(([name, blob]) => ({ name, blob }));
  const changed = () => {
    if (!onChange) return;
    clearTimeout(pending);
    pending = setTimeout(tell, 250);
  };
  const tell = () => {
    clearTimeout(pending);
    pending = 0;
    if (model && onChange) onChange(model.write(true), newFiles());
  };

  const finish = () => {
    if (!view || !view.check()) return false;
    const xml = model.finish();
    view.refresh();
    gather().then(found => { if (onSubmit) onSubmit({ xml, files: found }); });
    return true;
  };

  // Files of kept answers are with the shell, unless they were chosen now.
  const gather = () => {
    const names = [];
    model.defs.forEach((def, i) => {
      const item = model.controls[i];
      if (item && item.k === 'upload') for (const node of model.tree.instances(def, model.document)) if (node.x && node.v) names.push(node.v);
    });
    return Promise.all(names.map(name => files.has(name) ? { name, blob: files.get(name) } : Promise.resolve(fetch(name)).then(blob => ({ name, blob }), () => ({ name, blob: null })))).then(all => all.filter(f => f.blob));
  };

  const draw = () => {
    const { form, code } = choose(spoken);
    model.language = form;
    if (view) view.close();
    view = new View(model, { say, files, attachment: fetch, changed, finish });
    element.textContent = '';
    const head = make('div', { class: 'lf-head', lang: code }, make('h1', null, program.title || program.id));
    if (program.languages.length > 1) {
      const menu = make('select', { class: 'lf-input', id: 'lf-language', onchange: () => { spoken = menu.value; view.commit(); draw(); document.getElementById('lf-language').focus(); } });
      program.languages.forEach((l, i) => menu.append(make('option', { value: l, selected: i === form }, l)));
      head.append(make('p', { class: 'lf-languages' }, make('label', { for: 'lf-language' }, say('language')), ' ', menu));
    }
    view.el.setAttribute('lang', code);
    element.append(head, view.el);
  };

  choose(language);
  element.textContent = '';
  element.append(make('p', { role: 'status' }, say('opening')));
  const outside = Object.keys(program.outside), missing = [];
  const ready = Promise.all(outside.map(id => Promise.resolve(fetch(program.outside[id])).then(blob => blob ? read(blob) : null).then(text => {
    if (text === null) missing.push(program.outside[id]);
    return [id, text === null ? null : list(program.outside[id], text)];
  }))).then(lists => {
    if (closed) return;
    const known = {};
    for (const [id, document] of lists) if (document) known[id] = document;
    model = new Model(program, {
      now: clock, random, bytes: chance, deviceId, properties, lists: known, instanceXml, language: choose(spoken).form,
      locate: found => locate(at => { found(at.join(' ')); if (view) view.after(); }, () => {}),
    });
    draw();
    for (const name of missing) view.el.prepend(make('p', { class: 'lf-error', role: 'alert' }, say('missingList', name)));
  }).catch(fault => {
    element.textContent = '';
    element.append(make('p', { class: 'lf-error', role: 'alert' }, say('broken') + ' ' + fault.message));
    throw fault;
  });
  ready.catch(() => {});

  return {
    ready,
    finish,
    /** The answers as they are, complete. */
    serialize() {
      if (!model) return instanceXml || '';
      view.commit();
      return model.write(true);
    },
    setLanguage(wanted) {
      spoken = wanted;
      if (model) { view.commit(); draw(); }
    },
    close() {
      if (view) { view.commit(); view.close(); }
      if (pending) tell();
      closed = true;
      element.textContent = '';
    },
  };
}
