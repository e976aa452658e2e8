import { HoneError } from '../error.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../export/lesson-bundle.ts';
import { type Citation, EVIDENCE_KINDS, type Evidence, type LessonScope } from '../lesson.ts';
import { fitLesson, type LessonDraft } from './fit-lesson.ts';
import { type Fields, isFields } from './json-value.ts';
import type { FileRemark, ParsedFile, ParsedLesson } from './parsed-lesson.ts';

/**
 * Reads a bundle. State, approval and ids that it claims are not taken over: nobody vouches for them here.
 *
 * @throws HoneError INVALID_INPUT when it is no bundle, or of a version that this program does not know.
 */
export const readBundle = (value: unknown): ParsedFile => {
  if (!isFields(value) || value.format !== BUNDLE_FORMAT || !Array.isArray(value.lessons)) {
    throw new HoneError(
      'INVALID_INPUT',
      'The file is no bundle of lessons.',
      `A bundle is one JSON object: {"format":"${BUNDLE_FORMAT}","version":${BUNDLE_VERSION},"project":"app","lessons":[…]}.`,
    );
  }
  if (value.version !== BUNDLE_VERSION) {
    throw new HoneError(
      'INVALID_INPUT',
      `The bundle has a version that this program does not know; it reads version ${BUNDLE_VERSION}.`,
      'Export it again with the same version of Hone, or upgrade.',
    );
  }
  checkKeys(value);
  const read = value.lessons.map((entry, at) => repeatedId(value.lessons as unknown[], at) ?? readEntry(entry, at + 1));
  const lessons = read.filter((one): one is ParsedLesson => !('reason' in one));
  const refused = read.flatMap((one, at): FileRemark[] =>
    'reason' in one ? [{ line: at + 1, reason: one.reason }] : [],
  );
  const withEvents = Array.isArray(value.events) && value.events.length > 0;
  const skipped = withEvents ? [{ line: 0, reason: 'Its events: they name lessons of another store.' }] : [];
  return { lessons, refused, skipped, parts: [], groups: [] };
};

/** Two entries of one id: at most one of them is what the id stands for. */
const repeatedId = (entries: readonly unknown[], at: number): { reason: string } | null => {
  const entry = entries[at];
  if (!isFields(entry) || entry.lesson_id === undefined) return null;
  const first = entries.findIndex((one) => isFields(one) && one.lesson_id === entry.lesson_id);
  return first === at ? null : { reason: `It has the id of entry ${first + 1}.` };
};

const BUNDLE_KEYS: readonly string[] = ['format', 'version', 'project', 'lessons', 'events'];

/** What a bundle does not have may be a promise that this program cannot keep, such as a digest. */
const checkKeys = (bundle: Fields): void => {
  if (Object.keys(bundle).every((key) => BUNDLE_KEYS.includes(key))) return;
  throw new HoneError(
    'INVALID_INPUT',
    'The bundle has a key that no bundle has.',
    `Allowed: ${BUNDLE_KEYS.join(', ')}.`,
  );
};

const KNOWN = new Set([
  ...['lesson_id', 'when', 'rule', 'not_when', 'why', 'examples', 'scope', 'citations', 'evidence', 'state'],
  ...['provenance', 'history'],
]);

const hasUnknown = (entry: unknown): boolean => isFields(entry) && Object.keys(entry).some((key) => !KNOWN.has(key));

class Misshapen extends Error {}

const readEntry = (entry: unknown, line: number): ParsedLesson | { reason: string } => {
  try {
    const fitted = fitLesson(draftOf(entry, line));
    if ('reason' in fitted || !hasUnknown(entry)) return fitted;
    return { ...fitted, cuts: [...fitted.cuts, 'fields that a lesson does not have were left out'] };
  } catch (error) {
    if (error instanceof Misshapen) return { reason: error.message };
    throw error;
  }
};

const draftOf = (entry: unknown, line: number): LessonDraft => {
  if (!isFields(entry)) throw new Misshapen('It is no JSON object.');
  const notWhen = optionalText(entry, 'not_when');
  const why = optionalText(entry, 'why');
  return {
    line,
    when: neededText(entry, 'when'),
    rule: neededText(entry, 'rule'),
    ...(notWhen === undefined ? {} : { not_when: notWhen }),
    ...(why === undefined ? {} : { why }),
    examples: texts(entry.examples, 'examples'),
    citations: objects(entry.citations, 'citations').map(citationOf),
    scope: scopeOf(entry.scope),
    evidence: objects(entry.evidence, 'evidence').map(evidenceOf),
  };
};

const optionalText = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Misshapen(`\`${name}\` is no text.`);
  return value;
};

const neededText = (fields: Fields, name: string): string => {
  const text = optionalText(fields, name);
  if (text === undefined || text.trim() === '') throw new Misshapen(`\`${name}\` is missing.`);
  return text;
};

const texts = (value: unknown, name: string): string[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw new Misshapen(`\`${name}\` is no list of texts.`);
  }
  return value;
};

const objects = (value: unknown, name: string): Fields[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isFields)) throw new Misshapen(`\`${name}\` is no list of objects.`);
  return value;
};

const lineNumber = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (!Number.isInteger(value) || Number(value) < 1) throw new Misshapen(`\`${name}\` is no line number.`);
  return Number(value);
};

const citationOf = (fields: Fields): Citation => {
  const line = lineNumber(fields, 'line');
  const end = lineNumber(fields, 'end_line');
  const symbol = optionalText(fields, 'symbol');
  return {
    path: neededText(fields, 'path'),
    ...(line === undefined ? {} : { line }),
    ...(end === undefined ? {} : { end_line: end }),
    ...(symbol === undefined ? {} : { symbol }),
  };
};

const scopeOf = (value: unknown): LessonScope => {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new Misshapen('`scope` is no object.');
  const kinds = (['paths', 'languages', 'tools'] as const).map((kind) => [kind, texts(value[kind], kind)] as const);
  return Object.fromEntries(kinds.filter(([, list]) => list.length > 0));
};

const evidenceOf = (fields: Fields): Evidence => {
  const kind = EVIDENCE_KINDS.find((one) => one === fields.kind);
  if (kind === undefined) throw new Misshapen(`The kind of evidence is none of ${EVIDENCE_KINDS.join(', ')}.`);
  const ref = optionalText(fields, 'ref');
  const text = optionalText(fields, 'text');
  return { kind, ...(ref === undefined ? {} : { ref }), ...(text === undefined ? {} : { text }) };
};
