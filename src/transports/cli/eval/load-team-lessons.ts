import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalLesson, EvalQuery, EvalSet } from '../../../domain/evaluation/evaluation-set.ts';
import { readLines } from './read-lines.ts';

export interface TeamLesson {
  readonly id: string;
  readonly repo: string;
  readonly lang: 'en' | 'de';
  readonly title: string;
  readonly situation: string | null;
  readonly rule: string | null;
  readonly body: string;
}

export interface TeamOptions {
  readonly language: 'en' | 'de';
  /** The lessons that the store holds. */
  readonly pool: 'language' | 'all';
  /** The situation is cut to so many words. */
  readonly words: number;
  readonly examples: boolean;
  readonly aspects: boolean;
}

/** A situation as somebody would tell it before the lesson was known: without dates and numbers of tickets. */
const firstWords = (text: string, words: number): string => text.split(/\s+/u).slice(0, words).join(' ');

export const readTeamLessons = (folder: string): TeamLesson[] =>
  readLines<TeamLesson>(join(folder, 'team-lessons/lessons.jsonl'));

/** Real lessons of agents' teams; the situation that led to a lesson asks for it. Lesson: its title and its rule. */
export const loadTeamLessons = (folder: string, options: TeamOptions): EvalSet => {
  const all = readTeamLessons(folder);
  const examples = byId<{ id: string; examples: string[] }>(join(folder, 'team-lessons/examples.jsonl'));
  const aspects = byId<{ id: string; aspects: string[] }>(join(folder, 'team-lessons/aspects.jsonl'));
  const lessons = all
    .filter(({ lang }) => options.pool === 'all' || lang === options.language)
    .map(
      (one): EvalLesson => ({
        id: one.id,
        when: one.title,
        rule: one.rule || one.body,
        examples: options.examples ? (examples.get(one.id)?.examples ?? []) : [],
        paths: [],
        at: 0,
      }),
    );
  const queries = all
    .filter(({ lang, situation, rule }) => lang === options.language && situation && rule)
    .map(
      (one): EvalQuery => ({
        id: one.id,
        text: firstWords(one.situation ?? '', options.words),
        aspects: options.aspects ? (aspects.get(one.id)?.aspects ?? []) : [],
        paths: [],
        at: 1,
        relevant: new Set([one.id]),
        group: one.repo,
      }),
    );
  return { name: `team-lessons ${options.language} ${options.words} words`, lessons, queries };
};

const byId = <T extends { id: string }>(file: string): Map<string, T> =>
  // Examples and aspects are not there for every collection.
  new Map(existsSync(file) ? readLines<T>(file).map((record) => [record.id, record]) : []);
