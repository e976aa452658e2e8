import { join } from 'node:path';
import type { EvalSet } from '../../src/domain/evaluation/evaluation-set.ts';
import { features } from '../../src/domain/retrieval/decision.ts';
import { standings } from '../../src/domain/retrieval/standing.ts';
import { randomSource } from '../../src/domain/statistics/random-source.ts';
import { loadReme } from '../../src/transports/cli/eval/load-reme.ts';
import { loadTeamLessons, readTeamLessons, type TeamLesson } from '../../src/transports/cli/eval/load-team-lessons.ts';
import { readLines } from '../../src/transports/cli/eval/read-lines.ts';
import { type EvalDocument, type EvalQuery, rankAll, toDocument, toQuery } from './memory-index.ts';

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

/** Sizes of stores, and whether they hold lessons of the same repository (the hard case), of others, or of another field. */
const STORES = [
  [1, 'same'],
  [3, 'same'],
  [10, 'same'],
  [30, 'same'],
  [3, 'others'],
  [30, 'others'],
  [1, 'foreign'],
  [4, 'foreign'],
  [8, 'foreign'],
  [500, 'all'],
] as const;

/** Experiences that are asked for, of each task of the benchmark: more would only cost time. */
const REME_QUESTIONS = 60;

/** What a question is about: a lesson of a team, or an experience of a benchmark. */
interface Subject {
  readonly id: string;
  readonly field: 'en' | 'de' | 'reme';
  readonly repo: string;
  /** Subjects with the same answer for the same question are no strangers. */
  readonly kin: string;
}

interface RemeQuestion {
  readonly subject: Subject;
  readonly text: string;
  readonly kind: string;
  /** Also a question, not only a lesson of the store. */
  readonly asked: boolean;
}

interface Question {
  readonly lesson: Subject;
  readonly kind: string;
  readonly query: EvalQuery;
  readonly aspects: readonly EvalQuery[];
}

interface Data {
  readonly team: readonly TeamLesson[];
  readonly subjects: readonly Subject[];
  /** Questions of the benchmark, with the experience that they came from. */
  readonly reme: readonly RemeQuestion[];
  /** Tasks by lesson: the first asks, the others are the lesson's examples. */
  readonly tasks: ReadonlyMap<string, readonly string[]>;
  readonly aspects: ReadonlyMap<string, readonly string[]>;
  readonly plain: ReadonlyMap<string, EvalDocument>;
  readonly rich: ReadonlyMap<string, EvalDocument>;
}

const readData = async (folder: string, embed: Embed): Promise<Data> => {
  const read = <T extends object>(name: string): T[] => readLines<T>(join(folder, 'team-lessons', name));
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
  const team = readTeamLessons(folder);
  const reme: RemeQuestion[] = [];
  for (const set of loadReme(folder)) {
    for (const lesson of set.lessons) if (!plain.has(lesson.id)) plain.set(lesson.id, await toDocument(lesson, embed));
    reme.push(...remeQuestions(set));
  }
  const ofReme = new Map(reme.map(({ subject }) => [subject.id, subject]));
  const subjects = [
    ...team.map(({ id, lang, repo }): Subject => ({ id, field: lang, repo, kin: id })),
    ...ofReme.values(),
  ];
  return { team, subjects, reme: reme.filter(({ asked }) => asked), tasks, aspects, plain, rich };
};

/** Each question with the first experience that it belongs to. */
const remeQuestions = ({ name, queries }: EvalSet): RemeQuestion[] => {
  const [, repo = '', field = ''] = name.split(' ');
  return queries.map(({ text, relevant }, i) => {
    const [id = ''] = relevant;
    return { subject: { id, field: 'reme', repo, kin: text }, text, kind: `reme ${field}`, asked: i < REME_QUESTIONS };
  });
};

const firstWords = (text: string, words: number): string => text.split(/\s+/u).slice(0, words).join(' ');

/** Tasks whole and cut, titles, situations of three lengths, with and without aspects, in English; situations in German. */
const questionsOf = async ({ team, subjects, reme, tasks, aspects }: Data, embed: Embed): Promise<Question[]> => {
  const questions: Question[] = [];
  for (const { subject, text, kind } of reme) {
    questions.push({ lesson: subject, kind, query: await toQuery(text, embed), aspects: [] });
  }
  for (const { id, lang, title, situation, rule } of team) {
    const lesson = subjects.find((one) => one.id === id)!;
    const add = async (kind: string, text: string | undefined, said: readonly string[] = []) => {
      if (text === undefined) return;
      const parts = await Promise.all(said.map((one) => toQuery(one, embed)));
      questions.push({ lesson, kind, query: await toQuery(text, embed), aspects: parts });
    };
    const task = tasks.get(id)?.[0];
    if (lang === 'en') {
      await add('task', task);
      await add('task, 5 words', firstWords(task ?? title, 5));
      await add('title, 4 words', firstWords(title, 4));
    }
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
  const random = randomSource(7);
  const data = await readData(folder, embed);
  const questions = await questionsOf(data, embed);
  return questions.flatMap((question) =>
    CONDITIONS.flatMap((condition) => {
      const documents = data[condition.name];
      const others = othersOf(data.subjects, question.lesson, condition.kind, random).filter((id) => documents.has(id));
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
    fold: lesson.field === 'de' ? lesson.id : lesson.repo,
    group: `${question.kind} | ${name} | ${kind} ${size}`,
  };
};

const othersOf = (all: readonly Subject[], lesson: Subject, kind: string, random: () => number): string[] => {
  const others = all
    .filter(({ id, kin }) => id !== lesson.id && kin !== lesson.kin)
    .map((one) => ({ ...one, at: random() }))
    .sort((a, b) => a.at - b.at);
  const near = others.filter(({ field }) => field === lesson.field);
  const own = near.filter(({ repo }) => repo === lesson.repo);
  const strange = near.filter(({ repo }) => repo !== lesson.repo);
  const foreign = others.filter(({ field }) => field !== lesson.field && field !== 'de');
  const byKind: Record<string, readonly Subject[]> = {
    same: [...own, ...strange],
    others: strange,
    foreign,
    all: near,
  };
  return (byKind[kind] ?? []).map(({ id }) => id);
};

const bestOf = (documents: readonly EvalDocument[], { query, aspects }: Question, dense: boolean) => {
  const asked = (part: EvalQuery): EvalQuery => (dense ? part : { ...part, vector: null });
  const ranked = rankAll(documents, asked(query), aspects.map(asked));
  const [first] = ranked;
  const parts = [ranked.map(({ match }) => match), ...aspects.map((_, i) => ranked.map((one) => one.aspects[i]!))];
  return {
    id: first!.id,
    query: first!.match,
    aspects: first!.aspects,
    queryTerms: new Set(query.terms).size,
    documents: documents.length,
    standing: standings(
      ranked.map(({ score }) => score),
      parts,
    )[0]!,
    scope: 0,
  };
};
