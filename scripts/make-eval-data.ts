/**
 * Makes data/eval: what `hone eval` measures on, cut out of the development data.
 *
 * Usage: npx tsx scripts/make-eval-data.ts DATA
 *
 * Only the fields that are read are kept, folders of the machines that texts were logged on are not. Nothing is chosen by how well it is found:
 * team-lessons and reme are whole, curl-followups has every correction, ruff-replay every rule and the events of the 300 rules whose
 * names come first by SHA-256.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLines } from '../src/transports/cli/eval/read-lines.ts';

const RULES = 300;
const BODY = 400;
const FILES = 12;

const [source = ''] = process.argv.slice(2);
const target = join(import.meta.dirname, '../data/eval');

type Row = Record<string, unknown>;

const withoutHome = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+\.[\w.]*\w/gu, 'someone@example.com')
    .replace(/(?:\/home\/|\/Users\/|[A-Z]:\\+Users\\+)[\w.-]+/gu, '~');

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutHome(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
};

const write = (name: string, rows: readonly Row[]): void => {
  const file = join(target, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(clean(row))}\n`).join(''));
};

const teamLessons = (): void => {
  const lessons = readLines<Row>(join(source, 'team-lessons/lessons.jsonl')).map(
    ({ id, repo, lang, license, title, situation, rule, body }) => ({
      id,
      repo,
      lang,
      license,
      title,
      situation,
      rule,
      // What stands in the rule already is not kept twice.
      body: rule ? '' : body,
    }),
  );
  write('team-lessons/lessons.jsonl', lessons);
  for (const name of ['examples.jsonl', 'aspects.jsonl']) {
    write(`team-lessons/${name}`, readLines<Row>(join(source, 'team-lessons', name)));
  }
};

const curlFollowups = (): void => {
  const rows = readLines<{ t: number; body: string; links: string[]; files: string[]; id: string; subject: string }>(
    join(source, 'curl-followups/commits-first-60pct.jsonl.gz'),
  )
    .filter(({ links }) => links.length > 0)
    .sort((a, b) => a.t - b.t)
    .map(({ id, t, subject, body, files, links }) => ({
      id,
      t,
      subject,
      body: body.slice(0, BODY),
      files: files.slice(0, FILES),
      links,
    }));
  write('curl-followups/commits.jsonl', rows);
};

const ruffReplay = (): void => {
  const rules = readLines<Row>(join(source, 'ruff-replay/lessons.jsonl'));
  write(
    'ruff-replay/lessons.jsonl',
    rules.map(({ id, what, why }) => ({ id, what, why })),
  );
  const events = readLines<Row>(join(source, 'ruff-replay/events.jsonl'));
  const order = (id: string): string => createHash('sha256').update(id).digest('hex');
  const flagged = [...new Set(events.map(({ lesson }) => String(lesson)))];
  const chosen = new Set(flagged.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, RULES));
  write(
    'ruff-replay/events.jsonl',
    events
      .filter(({ lesson }) => chosen.has(String(lesson)))
      .map(({ t, lesson, code, context, src }) => ({ t, lesson, code, context, src })),
  );
};

const reme = (): void => {
  for (const name of [
    'appworld_qwen3_8b',
    'appworld_qwen3_14b',
    'appworld_qwen3_32b',
    'bfcl_qwen3_8b',
    'bfcl_qwen3_14b',
    'bfcl_qwen3_32b',
  ]) {
    const rows = readLines<Row & { metadata: Row }>(join(source, `reme/${name}.jsonl`));
    write(
      `reme/${name}.jsonl`,
      rows.map(({ memory_id, when_to_use, content, metadata: { task_query, generalized_query } }) => ({
        memory_id,
        when_to_use,
        content,
        metadata: { task_query, generalized_query },
      })),
    );
  }
};

teamLessons();
curlFollowups();
ruffReplay();
reme();
