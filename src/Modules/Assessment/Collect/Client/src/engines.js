// What fills a form. The page knows engines by this shape alone:
//
//   open({ element, program, instanceXml, files, language, attachment, onChange, onSubmit, onFailure }) → Promise of { save(), submit(), close() }
//
//   element      where it draws                  program     what it runs: the XForm's text, or a program made of it
//   instanceXml  answers begun earlier, or null  files       files of those answers (File[])
//   attachment   name → Promise of a Blob beside the form, or null
//   onChange     (xml, files) after changes      onSubmit    ({ xml, files }) once all rules hold
//   save()       calls onChange now, with what stands there     submit()  checks, then calls onSubmit     close()  takes it all away
//
// Of an engine's own result only close() is a must; save() and submit() are offered where the engine has no button of its own.
const engines = [
  { takes: () => true, program: form => form.xml, load: () => import('./engines/webforms.js') },
];

/** The first engine that takes a form. A lighter one goes before web-forms, with a `takes` of its own. */
export async function open(form, options) {
  const engine = engines.find(e => e.takes(form));
  return (await engine.load()).open({ ...options, program: engine.program(form) });
}
