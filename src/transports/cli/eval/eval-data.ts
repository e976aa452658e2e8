import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HoneError } from '../../../domain/error.ts';
import type { EvalSet } from '../../../domain/evaluation/evaluation-set.ts';
import { loadCurlFollowups } from './load-curl-followups.ts';
import { loadOwnSet } from './load-own-set.ts';
import { loadReme } from './load-reme.ts';
import { loadTeamLessons, readTeamLessons, type TeamOptions } from './load-team-lessons.ts';

const KINDS = ['team-lessons', 'reme', 'curl-followups', 'ruff-replay'] as const;
type Kind = (typeof KINDS)[number] | 'own';

/** A folder to measure on, and which kinds of data are in it. */
export interface EvalData {
  readonly folder: string;
  /** Not where it lies: how reports name it. */
  readonly name: string;
  has(kind: Kind): boolean;
}

/**
 * The folder that was named, else what ships in the package's folder.
 *
 * @throws HoneError INVALID_INPUT when the folder is none, or holds nothing to measure on.
 */
export const openEvalData = (
  from: { readonly packageFolder: string; readonly calledFrom: string },
  named: string | undefined,
): EvalData => {
  const folder = named === undefined ? join(from.packageFolder, 'data', 'eval') : resolve(from.calledFrom, named);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new HoneError('INVALID_INPUT', 'There is no such folder.', 'Example: hone eval retrieval --data ./my-eval');
  }
  const has = (kind: Kind): boolean =>
    kind === 'own'
      ? existsSync(join(folder, 'lessons.jsonl')) && existsSync(join(folder, 'queries.jsonl'))
      : existsSync(join(folder, kind));
  if (!has('own') && !KINDS.some(has)) throw nothingFor('any evaluation', ['own', ...KINDS]);
  return { folder, name: named === undefined ? 'the data that ships' : 'a folder given with --data', has };
};

export const nothingFor = (what: string, kinds: readonly Kind[]): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    `The folder holds nothing for ${what}.`,
    `It needs ${kinds
      .map((kind) => (kind === 'own' ? '`lessons.jsonl` with `queries.jsonl`' : `\`${kind}/\``))
      .join(' or ')}; see docs/measure.md. Without --data the data that ships is used.`,
  );

const BOTH = { examples: true, aspects: true } as const;
const NEITHER = { examples: false, aspects: false } as const;
const TEAM: readonly TeamOptions[] = [
  { language: 'en', pool: 'all', words: 25, ...NEITHER },
  { language: 'en', pool: 'all', words: 60, ...NEITHER },
  { language: 'en', pool: 'language', words: 25, examples: true, aspects: false },
  { language: 'en', pool: 'language', words: 25, examples: false, aspects: true },
  { language: 'en', pool: 'language', words: 25, ...BOTH },
  { language: 'de', pool: 'all', words: 25, ...NEITHER },
  { language: 'de', pool: 'all', words: 60, ...NEITHER },
];

const teamSets = ({ folder }: EvalData, options: readonly TeamOptions[]): EvalSet[] => {
  const languages = new Set(readTeamLessons(folder).map(({ lang }) => lang));
  return options
    .filter(({ language }) => languages.has(language))
    .map((one) => ({ ...loadTeamLessons(folder, one), name: teamName(one) }));
};

const teamName = ({ language, words, examples, aspects }: TeamOptions): string =>
  [
    `team-lessons, ${language === 'en' ? 'English' : 'German'}, ${words} words`,
    ...(examples ? ['examples'] : []),
    ...(aspects ? ['aspects'] : []),
  ].join(' + ');

/** Sets in which queries ask all lessons at once; without a time. */
export const retrievalSets = (data: EvalData): EvalSet[] => [
  ...(data.has('own') ? [loadOwnSet(data.folder)] : []),
  ...(data.has('team-lessons') ? teamSets(data, TEAM) : []),
  ...(data.has('reme') ? loadReme(data.folder) : []),
];

/** Sets in the order of time. */
export const replaySets = (data: EvalData): EvalSet[] => [
  ...(data.has('curl-followups') ? [loadCurlFollowups(data.folder)] : []),
  ...(data.has('own') ? [loadOwnSet(data.folder)].filter(({ lessons }) => lessons.some(({ at }) => at > 0)) : []),
];

/** Sets whose queries have one right lesson each. */
export const abstentionSets = (data: EvalData): EvalSet[] => [
  ...(data.has('own') ? [loadOwnSet(data.folder)] : []),
  ...(data.has('team-lessons')
    ? teamSets(data, [
        { language: 'en', pool: 'language', words: 25, ...NEITHER },
        { language: 'en', pool: 'language', words: 60, ...NEITHER },
        { language: 'en', pool: 'language', words: 25, ...BOTH },
        { language: 'de', pool: 'all', words: 25, ...NEITHER },
      ])
    : []),
];
