/**
 * Makes data/demo/corrections.jsonl: the newest commits of curl that name the change they correct.
 *
 * Usage: npx tsx scripts/make-demo-data.ts COMMITS.jsonl.gz [how many, default 300]
 *
 * Each line of the input is one commit: { id, t (Unix seconds), subject, body, files, links (ids of the commits it corrects) }.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Commit } from '../src/transports/cli/eval/load-curl-followups.ts';
import { readLines } from '../src/transports/cli/eval/read-lines.ts';

const BODY = 400;
const FILES = 8;
const [source = '', count = '300'] = process.argv.slice(2);
const commits = readLines<Commit>(source);
const subjects = new Map(commits.map((commit) => [commit.id, commit.subject]));
const corrections = commits
  .filter((commit) => commit.links.length > 0)
  .sort((a, b) => a.t - b.t)
  .slice(-Number(count));

/** Build logs in the texts name the folders of the machine they ran on; only their ends say something. */
const withoutHome = (text: string): string => text.replace(/\/home\/[\w.-]+\//gu, '~/');

const lines = corrections.map(({ id, t, subject, body, files, links }) =>
  JSON.stringify({
    id,
    t,
    subject,
    body: withoutHome(body).slice(0, BODY),
    files: files.slice(0, FILES),
    links,
    corrected: links.map((link) => subjects.get(link) ?? ''),
  }),
);
const folder = join(import.meta.dirname, '../data/demo');
writeFileSync(join(folder, 'corrections.jsonl'), `${lines.join('\n')}\n`);

const day = (t: number | undefined): string => new Date((t ?? 0) * 1_000).toISOString().slice(0, 10);
const [first, last] = [corrections[0], corrections.at(-1)];
writeFileSync(
  join(folder, 'SOURCE.md'),
  `# corrections.jsonl

${corrections.length} commits of [curl](https://github.com/curl/curl) that name the change they correct, in time order: the newest ones of the history
up to ${day(last?.t)}, without any other choice. From ${first?.id} (${day(first?.t)}) to ${last?.id} (${day(last?.t)}). Made by \`scripts/make-demo-data.ts\`.

Each line: \`id\` (first 12 digits of the commit), \`t\` (Unix seconds), \`subject\`, \`body\` (its first ${BODY} characters, \`~\` for home folders), \`files\` (the first ${FILES}),
\`links\` (ids of the commits that it names as corrected), \`corrected\` (their subjects).

The texts are curl's, under the licence in \`LICENSE\`.
`,
);
