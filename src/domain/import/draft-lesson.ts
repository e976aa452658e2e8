import { LESSON_LIMITS } from '../lesson.ts';
import type { LessonDraft } from './fit-lesson.ts';
import type { LessonTitle } from './lesson-title.ts';
import type { LessonFields } from './read-fields.ts';

/** Up to here what happened describes a situation; longer it is a story, and the heading finds the lesson better. */
const SITUATION_LENGTH = 200;

interface Found extends LessonFields {
  readonly line: number;
  /** Null for a list item without a bold beginning. */
  readonly heading: LessonTitle | null;
  /** Paths that the whole file is about. */
  readonly paths: readonly string[];
}

/** Makes the best of what was found: labelled fields first, else the heading is `when` and the text the `rule`. */
export const draftLesson = (found: Found): LessonDraft => {
  const { heading, fields } = found;
  const title = heading?.title ?? '';
  const rule = ruleOf(found, title);
  const when = whenOf(fields, title, rule.text);
  const { examples, prose } = readExamples(fields.get('example') ?? '');
  const paths = [...new Set([...readList(fields.get('path') ?? ''), ...found.paths])];
  const proof = fields.get('evidence');
  return dropEmpty({
    line: found.line,
    when: when.text,
    rule: rule.text,
    title: title || undefined,
    date: heading?.date ?? fields.get('date')?.slice(0, LONGEST_DATE),
    hits: heading?.hits ?? numberIn(fields.get('hits')),
    not_when: fields.get('not_when'),
    why: reasonsOf(found, { rule: rule.from, situationUsed: when.usesSituation, prose }) || undefined,
    examples,
    scope: paths.length === 0 ? undefined : { paths },
    evidence: proof === undefined ? undefined : [{ kind: 'review' as const, text: proof }],
  });
};

const LONGEST_DATE = 40;

type RuleSource = 'rule' | 'fix' | 'body' | 'title';

const ruleOf = ({ fields, body }: Found, title: string): { text: string; from: RuleSource } => {
  const candidates = [
    { text: fields.get('rule') ?? '', from: 'rule' },
    { text: fields.get('fix') ?? '', from: 'fix' },
    { text: body, from: 'body' },
  ] as const;
  return candidates.find((one) => one.text !== '') ?? { text: fields.size > 0 ? title : '', from: 'title' };
};

const whenOf = (
  fields: LessonFields['fields'],
  title: string,
  rule: string,
): { text: string; usesSituation: boolean } => {
  const said = fields.get('when');
  if (said !== undefined) return { text: said, usesSituation: false };
  const situation = fields.get('situation') ?? '';
  if (title === '') return { text: situation || firstSentence(rule), usesSituation: situation !== '' };
  const short = situation !== '' && situation.length <= SITUATION_LENGTH;
  return { text: short ? `${title}: ${situation}` : title, usesSituation: short };
};

/** All that found no other place: nothing of the text is lost. */
const reasonsOf = (
  { fields, body }: Found,
  used: { rule: RuleSource; situationUsed: boolean; prose: string },
): string =>
  joinReasons([
    ['', fields.get('why') ?? ''],
    ['Situation: ', used.situationUsed ? '' : (fields.get('situation') ?? '')],
    ['Mistake: ', fields.get('mistake') ?? ''],
    ['Fix: ', used.rule === 'fix' ? '' : (fields.get('fix') ?? '')],
    ['Example: ', used.prose],
    ['', used.rule === 'body' ? '' : body],
  ]);

type Without<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const dropEmpty = <T extends object>(value: T): Without<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Without<T>;

const joinReasons = (parts: readonly (readonly [string, string])[]): string =>
  parts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => name + text)
    .join('\n\n');

const firstSentence = (text: string): string => /^[\s\S]*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;

/** Example tasks, one a line; what is no short task is prose of the lesson. */
const readExamples = (text: string): { examples: string[]; prose: string } => {
  const lines = readLines(text);
  const tasks = text.includes('```') ? [] : lines.filter((line) => line.length <= LESSON_LIMITS.example);
  const fits = tasks.length === lines.length && lines.length <= LESSON_LIMITS.examples;
  return fits ? { examples: tasks, prose: '' } : { examples: [], prose: text };
};

const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/u, '').trim())
    .filter((line) => line !== '');

/** Commas inside braces belong to a glob. */
export const readList = (text: string): string[] =>
  readLines(text)
    .flatMap((line) => line.replace(/^\[(.*)\]$/u, '$1').split(/,(?![^{]*\})/u))
    .map((one) => one.trim().replace(/^[`"']+|[`"']+$/gu, ''))
    .filter((one) => one !== '');

const numberIn = (text: string | undefined): number | undefined => {
  const digits = /^\d{1,9}/u.exec(text ?? '');
  return digits === null ? undefined : Number(digits[0]);
};
