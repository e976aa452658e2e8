import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonText } from '../../src/domain/lesson.ts';

interface Correction {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly corrected: readonly string[];
}

const FILE = join(import.meta.dirname, '../../data/demo/corrections.jsonl');

const readCorrections = (): Correction[] =>
  readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Correction);

const cut = (text: string, longest: number): string => text.replace(/\s+/gu, ' ').trim().slice(0, longest).trim();

/**
 * `count` lessons of which no two are alike: the situation is of one correction, the file and the rule of another.
 * Real words in made-up combinations: fit for timing, no test of ranking.
 */
export const sampleLessons = (count: number): LessonText[] => {
  const corrections = readCorrections();
  const lessons = new Map<string, LessonText>();
  for (let index = 0; lessons.size < count; index += 1) {
    const [at, shift] = [index % corrections.length, Math.floor(index / corrections.length)];
    if (shift === corrections.length) throw new Error(`no more than ${lessons.size} lessons can be made`);
    const lesson = combine(corrections[at] as Correction, corrections[(at + shift) % corrections.length] as Correction);
    lessons.set(`${lesson.when}\n${lesson.rule}`, lesson);
  }
  return [...lessons.values()];
};

const combine = (situation: Correction, right: Correction): LessonText => {
  const path = right.files[0] ?? 'lib/url.c';
  return {
    when: cut(`Working on ${path}: ${situation.corrected[0] ?? situation.subject}`, 200),
    rule: cut(`${right.subject}. ${right.body.split('\n\n')[0] ?? ''}`, 240),
    examples: [],
    citations: [],
    scope: { paths: [path] },
  };
};

/** Tasks to ask with, each once: subjects of the corrections beside one of their files. */
export const sampleQueries = (count: number): { query: string; paths: string[] }[] => {
  const corrections = readCorrections();
  return Array.from({ length: count }, (_, index) => {
    const { subject, files } = corrections[index % corrections.length] as Correction;
    const round = Math.floor(index / corrections.length);
    const path = files[round % Math.max(1, files.length)];
    return {
      query: cut(round === 0 ? subject : `${subject} (${round})`, 300),
      paths: path === undefined ? [] : [path],
    };
  });
};
