import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles src/ into dist/: a client that starts Hone waits for a handful of files instead of hundreds.
 * All parts lie beside main.js, so that addresses relative to a module hold in src/ and in dist/.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(root, 'dist');
const parts = join(root, 'scripts', 'build');

/** Native code, and what is too big to be copied: these stay packages. */
const external = [
  'better-sqlite3',
  'sqlite-vec',
  '@huggingface/transformers',
  '@modelcontextprotocol/client',
  '@modelcontextprotocol/client/*',
  'tsx/*',
];

/** Bundled CommonJS asks for `require`, which a module does not have. */
const banner =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

// A server that is running still loads its parts at need, so those of earlier builds stay; a package is built afresh.
if (process.argv.includes('--clean')) rmSync(outdir, { recursive: true, force: true });
const shared = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  // Some packages' CommonJS form asks for its own parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  external,
  banner: { js: banner },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** These are files of their own: whoever imports them finds them beside itself. */
const apart = {
  name: 'apart',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[.][/](hook|hook-recall|command-line)[.]ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.ts$/u, '.js'), external: true },
    );
  },
};

/** A client waits for the start: what packages load for all cases is left to the moment that asks for it. */
const atNeed = {
  name: 'at-need',
  setup: (bundler) => {
    // Messages are English; the other forty languages are a quarter of a megabyte to read.
    bundler.onResolve({ filter: /^[.][.]\/locales\/index[.]js$/ }, () => ({ path: join(parts, 'zod-locales.mjs') }));
    // A validator of JSON Schema, needed once a client answers a form.
    bundler.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({
      path: join(parts, 'mcp-shims.mjs'),
    }));
  },
};
const { metafile } = await build({
  ...shared,
  entryPoints: {
    'command-line': 'src/command-line.ts',
    examine: 'src/examine.ts',
    'embedding-worker': 'src/adapters/embedding/embedding-worker.ts',
  },
  splitting: true,
  chunkNames: '[name]-[hash]',
  plugins: [apart, atNeed],
});
// One file each: a client waits for a hook at every prompt.
await build({ ...shared, entryPoints: { main: 'src/main.ts' }, plugins: [apart] });
await build({ ...shared, entryPoints: { hook: 'src/hook.ts' }, plugins: [apart] });
// What it loads when no server answers: apart from the program, so that it brings nothing along.
await build({
  ...shared,
  entryPoints: { 'hook-recall': 'src/hook-recall.ts' },
  splitting: true,
  chunkNames: 'hook-[name]-[hash]',
});

/** What the console's pages load beside themselves. */
cpSync(join(root, 'src', 'transports', 'console', 'assets'), join(outdir, 'assets'), { recursive: true });

/** The licences of what was copied in, as they ask for; packages under the same text share it. */
const packageOf = (path) => path.match(/^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/u)?.[0];
const packages = new Set(
  Object.keys(metafile.inputs)
    .map(packageOf)
    .filter((one) => one !== undefined),
);
const licences = new Map();
for (const folder of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((one) => /^(licen[cs]e|copying)/iu.test(one));
  const text = file === undefined ? `(${license})` : readFileSync(join(root, folder, file), 'utf8').trim();
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version}`]);
}
const notices = [...licences].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
writeFileSync(join(outdir, 'LICENSES.txt'), `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
if (!existsSync(join(outdir, 'main.js'))) throw new Error('dist/main.js was not written');
