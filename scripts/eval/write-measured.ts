/**
 * Writes docs/measured.md and the learning curve from `hone eval`, run now on the data that ships: `npm run eval:measured -- FOLDER`. What was measured is
 * kept in FOLDER, with its revision, and not measured again: an ended run goes on where it was. Takes up to half an hour; build first.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const kept = process.argv[2];
if (kept === undefined)
  throw new Error('Name a folder for what was measured. Example: npm run eval:measured -- ./measured');
mkdirSync(kept, { recursive: true });

/** Not `poison`: it takes an hour and is measured apart. */
const NAMES = ['retrieval', 'replay', 'learning', 'abstain'] as const;

const output = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  }).trim();

const curve = join(kept, 'curve.svg');

const measured = (name: (typeof NAMES)[number]): string => {
  const [file, revision] = [join(kept, `${name}.md`), join(kept, `${name}.revision`)];
  if (!existsSync(file)) {
    const options = name === 'learning' ? ['--svg', curve] : [];
    const text = output(process.execPath, 'dist/main.js', 'eval', name, ...options);
    writeFileSync(revision, output('git', 'rev-parse', '--short', 'HEAD'));
    writeFileSync(file, text);
  }
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const picture =
    name === 'learning' ? ['![hit@5 by number of earlier occurrences](images/learning-curve.svg)', ''] : [];
  const command = `\`hone eval ${name}\`, seed 1, revision ${readFileSync(revision, 'utf8').trim()}`;
  return [`## ${name}`, '', `${command}.`, '', ...picture, ...lines.slice(1)].join('\n');
};

const sections = NAMES.map(measured);
copyFileSync(curve, join(root, 'docs/images/learning-curve.svg'));
writeFileSync(
  join(root, 'docs/measured.md'),
  `# What recall and learning are worth, measured

Written by \`npm run eval:measured\`; do not edit. Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} cores, Node ${process.versions.node}, with the model that
ships, through the pipeline that answers agents. Percent; intervals are 95 %. What each figure means: [measure.md](measure.md).

**Development data**: the constants of ranking were chosen on data that these sets are cut from. Read the figures as what the program reaches on data of these
kinds, not as a forecast. Not tested is whether an agent heeds what it is shown: that needs a language model.

${sections.join('\n\n')}
`,
);
