import { join } from 'node:path';
import { features, marginOver } from '../../src/domain/retrieval/decision.ts';
import { loadTeamLessons, readTeamLessons, type TeamLesson } from './load-team-lessons.ts';
import { seeded } from './measures.ts';
import { type EvalDocument, type EvalQuery, rankAll, toDocument, toQuery } from './memory-index.ts';
import { readLines } from './read-lines.ts';

/** One question to one store, and what speaks for its best candidate. */
export interface AbstentionCase {
  readonly x: readonly number[];
  /** The right lesson is in the store. */
  readonly present: boolean;
  /** It came first. */
  readonly right: boolean;
  readonly aspects: boolean;
  /** What one fold holds. */
  readonly fold: string;
  readonly group: string;
}

type Embed = (text: string) => Promise<Float32Array>;

/** Sizes of stores, and whether they hold lessons of the same repository (the hard case) or of others. */
const STORES = [
  [1, 'same'],
  [3, 'same'],
  [10, 'same'],
  [30, 'same'],
  [3, 'others'],
  [30, 'others'],
  [500, 'all'],
] as const;

interface Question {
  readonly lesson: TeamLesson;
  readonly kind: string;
  readonly query: EvalQuery;
  readonly aspects: readonly EvalQuery[];
}

interface Data {
  readonly lessons: readonly TeamLesson[];
  /** Tasks by lesson: the first asks, the others are the lesson's examples. */
  readonly tasks: ReadonlyMap<string, readonly string[]>;
  readonly aspects: ReadonlyMap<string, readonly string[]>;
  readonly plain: ReadonlyMap<string, EvalDocument>;
  readonly rich: ReadonlyMap<string, EvalDocument>;
}

const readData = async (folder: string, embed: Embed): Promise<Data> => {
  const read = <T>(name: string): T[] => readLines<T>(join(folder, 'team-lessons', name));
  const tasks = new Map(
    read<{ id: string; examples: string[] }>('examples.jsonl').map((one) => [one.id, one.examples]),
  );
  const aspects = new Map(read<{ id: string; aspects: string[] }>('aspects.jsonl').map((one) => [one.id, one.aspects]));
  const plain = new Map<string, EvalDocument>();
  const rich = new Map<string, EvalDocument>();
  const { lessons } = loadTeamLessons(folder, {
    language: 'en',
    pool: 'all',
    words: 25,
    examples: false,
    aspects: false,
  });
  for (const lesson of lessons) {
    plain.set(lesson.id, await toDocument(lesson, embed));
    const examples = tasks.get(lesson.id)?.slice(1) ?? [];
    if (examples.length > 0) rich.set(lesson.id, await toDocument({ ...lesson, examples }, embed));
  }
  return { lessons: readTeamLessons(folder), tasks, aspects, plain, rich };
};

const firstWords = (text: string, words: number): string => text.split(/\s+/u).slice(0, words).join(' ');

/** Tasks, situations of three lengths, with and without aspects, in English; situations in German. */
const questionsOf = async ({ lessons, tasks, aspects }: Data, embed: Embed): Promise<Question[]> => {
  const questions: Question[] = [];
  for (const lesson of lessons) {
    const { id, lang, situation, rule } = lesson;
    const add = async (kind: string, text: string | undefined, said: readonly string[] = []) => {
      if (text === undefined) return;
      const parts = await Promise.all(said.map((one) => toQuery(one, embed)));
      questions.push({ lesson, kind, query: await toQuery(text, embed), aspects: parts });
    };
    if (lang === 'en') await add('task', tasks.get(id)?.[0]);
    if (!situation || !rule) continue;
    await add(`${lang} 25 words`, firstWords(situation, 25));
    if (lang === 'de') continue;
    await add('en 12 words', firstWords(situation, 12));
    await add('en 60 words', firstWords(situation, 60));
    await add('one aspect as query', aspects.get(id)?.[0]);
    await add('en 25 words + aspects', firstWords(situation, 25), aspects.get(id));
  }
  return questions;
};

interface Condition {
  readonly name: 'plain' | 'rich';
  readonly size: number;
  readonly kind: string;
}

const CONDITIONS: readonly Condition[] = (['plain', 'rich'] as const).flatMap((name) =>
  STORES.map(([size, kind]) => ({ name, size, kind })),
);

/** Each question to stores of many sizes, once with its lesson and once without. `dense: false` leaves vectors out. */
export const abstentionCases = async (folder: string, embed: Embed, dense: boolean): Promise<AbstentionCase[]> => {
  const random = seeded(7);
  const data = await readData(folder, embed);
  const questions = await questionsOf(data, embed);
  return questions.flatMap((question) =>
    CONDITIONS.flatMap((condition) => {
      const documents = data[condition.name];
      const others = othersOf(data.lessons, question.lesson, condition.kind, random).filter((id) => documents.has(id));
      if (others.length === 0 || !documents.has(question.lesson.id)) return [];
      return [true, false].map((present) => {
        const ids = [...(present ? [question.lesson.id] : []), ...others].slice(0, condition.size);
        return caseOf(
          question,
          condition,
          present,
          ids.map((id) => documents.get(id)!),
          dense,
        );
      });
    }),
  );
};

const caseOf = (
  question: Question,
  { name, kind, size }: Condition,
  present: boolean,
  documents: readonly EvalDocument[],
  dense: boolean,
): AbstentionCase => {
  const { lesson } = question;
  const best = bestOf(documents, question, dense);
  return {
    x: features(best),
    present,
    right: best.id === lesson.id,
    aspects: question.aspects.length > 0,
    // All German lessons are of one repository.
    fold: lesson.lang === 'de' ? lesson.id : lesson.repo,
    group: `${question.kind} | ${name} | ${kind} ${size}`,
  };
};

const othersOf = (all: readonly TeamLesson[], lesson: TeamLesson, kind: string, random: () => number): string[] => {
  const others = all
    .filter(({ id, lang }) => id !== lesson.id && lang === lesson.lang)
    .map((one) => ({ ...one, at: random() }))
    .sort((a, b) => a.at - b.at);
  const own = others.filter(({ repo }) => repo === lesson.repo);
  const foreign = others.filter(({ repo }) => repo !== lesson.repo);
  const ordered = kind === 'same' ? [...own, ...foreign] : kind === 'others' ? foreign : others;
  return ordered.map(({ id }) => id);
};

const bestOf = (documents: readonly EvalDocument[], { query, aspects }: Question, dense: boolean) => {
  const asked = (part: EvalQuery): EvalQuery => (dense ? part : { ...part, vector: null });
  const [first, second] = rankAll(documents, asked(query), aspects.map(asked));
  return {
    id: first!.id,
    query: first!.match,
    aspects: first!.aspects,
    queryTerms: new Set(query.terms).size,
    documents: documents.length,
    margin: marginOver(first!.score, second?.score ?? null),
    scope: 0,
  };
};
