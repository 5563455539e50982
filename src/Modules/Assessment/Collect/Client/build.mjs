// Bundles the client. Usage: node build.mjs MODULES OUT, run by Collect.targets within `dotnet build`.
// MODULES: a node_modules made by `npm ci`; OUT: gets hashed assets and the service worker, all compressed with brotli, and index.json.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const [modules, out] = process.argv.slice(2).map(p => resolve(p));
const here = fileURLToPath(new URL('.', import.meta.url));
const esbuild = createRequire(join(modules, 'x.js'))('esbuild');

// What @getodk/web-forms 0.22.0 cannot do and its engine can: restore an unfinished instance, and hand the running one to its host. Each place must
// be there exactly once, so that another version of the package stops the build instead of silently losing drafts.
const places = [
  ['const rA = resolvableFormInstanceInput(tA.editInstance), oA = await AA.editInstance(rA, nA);',
    'const oA = tA.editInstance.restore ? await AA.restoreInstance({ data: tA.editInstance.restore }, nA) : await AA.editInstance(resolvableFormInstanceInput(tA.editInstance), nA);'],
  ['setup(eA, { emit: tA }) {\n    const AA = "v0.22.0", nA = eA', 'setup(eA, { emit: tA, expose: toHost }) {\n    const AA = "v0.22.0", nA = eA'],
  ['provide(SUBMIT_PRESSED, dA);\n    const DA = computed',
    'provide(SUBMIT_PRESSED, dA);\n    toHost({ root: () => gA.value.root, failed: () => gA.value.error, send: () => BA(gA.value) });\n    const DA = computed'],
  ['return QA === 0 ? "" : QA === 1 ? "1 question with error." : `${QA} questions with errors.`;', 'return QA === 0 ? "" : globalThis.vakaSayErrors(QA);'],
];
const webForms = {
  name: 'web-forms',
  setup(build) {
    build.onLoad({ filter: /@getodk[\\/]web-forms[\\/]dist[\\/]index-.*\.js$/ }, ({ path }) => {
      let text = readFileSync(path, 'utf8');
      for (const [from, to] of places) {
        if (text.split(from).length !== 2) throw new Error(`${basename(path)} is not the version this client was written for: ${from.slice(0, 60)}`);
        text = text.replace(from, () => to);
      }
      return { contents: text, loader: 'js' };
    });
  },
};

const shared = { bundle: true, minify: true, write: false, legalComments: 'none', charset: 'utf8', target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'], nodePaths: [modules], logLevel: 'warning' };
const app = await esbuild.build({
  ...shared, absWorkingDir: here, entryPoints: ['src/main.js', 'src/style.css'], outdir: out, format: 'esm', splitting: true, entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]',
  plugins: [webForms], external: ['/_content/*'],
  define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
});
const worker = await esbuild.build({ ...shared, absWorkingDir: here, entryPoints: ['src/sw.js'], outdir: out, format: 'iife' });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const index = { main: '', style: '', files: [] };
for (const file of [...app.outputFiles, ...worker.outputFiles]) {
  const name = basename(file.path);
  if (name.startsWith('main-') && name.endsWith('.js')) index.main = name;
  if (name.endsWith('.css')) index.style = name;
  if (name !== 'sw.js') index.files.push(name);
  writeFileSync(join(out, name + '.br'), brotliCompressSync(file.contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: file.contents.length } }));
}
index.files.sort();
writeFileSync(join(out, 'index.json'), JSON.stringify(index));
