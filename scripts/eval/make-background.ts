/**
 * Writes src/domain/retrieval/background-frequencies.ts: in what share of lessons and commit messages each common term occurs.
 * Usage: tsx scripts/eval/make-background.ts DATA, where DATA holds team-lessons/ and curl-followups/.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokenize } from '../../src/domain/retrieval/tokens.ts';

const data = process.argv[2] ?? '';
const jsonLines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const lessons = jsonLines(readFileSync(join(data, 'team-lessons/lessons.jsonl'), 'utf8'));
const commits = jsonLines(
  gunzipSync(readFileSync(join(data, 'curl-followups/commits-first-60pct.jsonl.gz'))).toString(),
);

const shares = (texts: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of new Set(tokenize(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, count / texts.length]));
};

const fromLessons = shares(lessons.map((l) => `${l.title}\n${l.rule ?? ''}\n${l.situation ?? ''}`));
const fromCommits = shares(commits.filter((_, i) => i % 7 === 0).map((c) => `${c.subject}\n${c.body}`));
const terms = new Set([...fromLessons.keys(), ...fromCommits.keys()]);
const mean = [...terms].map(
  (term) => [term, ((fromLessons.get(term) ?? 0) + (fromCommits.get(term) ?? 0)) / 2] as const,
);
const common = mean
  .filter(([term, share]) => share >= 0.008 && /^\p{L}+$/u.test(term) && term !== 'curl')
  .sort((a, b) => b[1] - a[1]);
// One line a step of the share, so that a difference in the file can be read.
const steps = new Map<number, string[]>();
for (const [term, share] of common) {
  const step = Math.max(1, Math.round(share * 200)) / 2;
  steps.set(step, [...(steps.get(step) ?? []), term]);
}
const lines = [...steps].map(([step, words]) => `  [${step}, '${words.sort().join(' ')}'],`);
writeFileSync(
  'src/domain/retrieval/background-frequencies.ts',
  `/**
 * In how many of 100 lessons and commit messages a term occurs: word frequencies, made by scripts/eval/make-background.ts from 495 public lessons of coding
 * agents (MIT, Apache-2.0) and 5,137 commit messages of curl (curl licence). Terms that are not here are rare.
 */
const PERCENT: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];

/** Share of texts that hold a term which is not in the table. */
const RARE = 0.001;

const SHARES = new Map(PERCENT.flatMap(([percent, terms]) => terms.split(' ').map((term) => [term, percent / 100] as const)));

export const backgroundShare = (term: string): number => SHARES.get(term) ?? RARE;

/** Whether a term is one of the usual words of such texts, and no name. */
export const isUsual = (term: string): boolean => SHARES.has(term);
`,
);
process.stdout.write(
  `${common.length} terms from ${lessons.length} lessons and ${Math.ceil(commits.length / 7)} commits\n`,
);
