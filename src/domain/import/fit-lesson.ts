import { type Evidence, LESSON_LIMITS, type LessonText } from '../lesson.ts';
import { cutText, piecesOf } from './cut-text.ts';
import type { ParsedLesson } from './parsed-lesson.ts';

/** A lesson as found, of any length. */
export interface LessonDraft extends Partial<LessonText> {
  readonly line: number;
  readonly when: string;
  readonly rule: string;
  readonly title?: string;
  readonly date?: string;
  readonly hits?: number;
  readonly evidence?: readonly Evidence[];
}

type Shortened = Partial<Record<'when' | 'rule' | 'not_when' | 'why', string>>;

/** Why a draft cannot be kept. */
export interface Unfit {
  readonly reason: string;
}

/**
 * Brings a draft within the limits of a lesson. What is too long is cut at a sentence; the rest goes into `why` where that
 * is free, else into the evidence, so that nothing is lost.
 */
export const fitLesson = (draft: LessonDraft): ParsedLesson | Unfit => {
  const kept: Shortened = {};
  const left: string[] = [];
  const cuts: string[] = [];
  for (const field of ['when', 'rule', 'not_when', 'why'] as const) {
    const { head, rest } = cutText((draft[field] ?? '').trim(), LESSON_LIMITS[field]);
    if (head !== '') kept[field] = head;
    if (rest === '') continue;
    left.push(rest);
    cuts.push(`\`${field}\` was longer than ${LESSON_LIMITS[field]} characters`);
  }
  if (kept.rule === undefined || kept.when === undefined) return { reason: 'It says nothing: only a heading.' };
  const { examples, longExamples } = fitExamples(draft.examples ?? []);
  left.push(...longExamples);
  if (longExamples.length > 0) {
    cuts.push(`more than ${LESSON_LIMITS.examples} examples, or longer than ${LESSON_LIMITS.example} characters`);
  }
  const spared = spareWhy(kept, left);
  const moved = asEvidence(draft, spared);
  if (moved.length > LESSON_LIMITS.evidence_items) {
    return { reason: `It is too long for one lesson: ${moved.length} pieces of evidence.` };
  }
  const evidence = [...(draft.evidence ?? []).flatMap(fitEvidence), ...moved];
  const places = fitPlaces(draft);
  if (placesIn(places) < placesIn(draft)) cuts.push('places beyond what a lesson holds were left out');
  const { not_when: _longNotWhen, why: _longWhy, ...facts } = draft;
  return { ...facts, ...kept, when: kept.when, rule: kept.rule, examples, ...places, evidence, cuts };
};

const fitExamples = (examples: readonly string[]): { examples: string[]; longExamples: string[] } => {
  const distinct = [...new Set(examples.map((one) => one.trim()).filter((one) => one !== ''))];
  const fitting = distinct.filter((one) => one.length <= LESSON_LIMITS.example).slice(0, LESSON_LIMITS.examples);
  return { examples: fitting, longExamples: distinct.filter((one) => !fitting.includes(one)) };
};

/** The first remainder becomes the reason when none is given and it fits whole; returns what is still left. */
const spareWhy = (kept: Shortened, left: readonly string[]): readonly string[] => {
  const [first, ...others] = left;
  if (first === undefined || kept.why !== undefined || first.length > LESSON_LIMITS.why) return left;
  kept.why = first;
  return others;
};

const fitEvidence = (evidence: Evidence): Evidence[] =>
  evidence.text === undefined
    ? [evidence]
    : piecesOf(evidence.text.trim(), LESSON_LIMITS.evidence).map((text) => ({ ...evidence, text }));

const asEvidence = (draft: LessonDraft, left: readonly string[]): Evidence[] => {
  const facts = [
    draft.title === undefined || draft.when.startsWith(draft.title) ? '' : draft.title,
    draft.date === undefined ? '' : `Dated ${draft.date}.`,
    draft.hits === undefined ? '' : `Hits: ${draft.hits}.`,
  ].filter((fact) => fact !== '');
  return [...(facts.length === 0 ? [] : [facts.join('\n')]), ...left]
    .flatMap((text) => piecesOf(text, LESSON_LIMITS.evidence))
    .map((text) => ({ kind: 'review', text }));
};

const fitPlaces = (draft: LessonDraft): Pick<LessonText, 'citations' | 'scope'> => {
  const short = (list: readonly string[] | undefined): string[] =>
    (list ?? []).filter((one) => one.length <= LESSON_LIMITS.path).slice(0, LESSON_LIMITS.scope_items);
  const scope = Object.entries(draft.scope ?? {})
    .map(([kind, list]) => [kind, short(list)] as const)
    .filter(([, list]) => list.length > 0);
  return { citations: (draft.citations ?? []).slice(0, LESSON_LIMITS.citations), scope: Object.fromEntries(scope) };
};

const placesIn = ({ citations, scope }: Partial<Pick<LessonText, 'citations' | 'scope'>>): number =>
  (citations ?? []).length + Object.values(scope ?? {}).flat().length;
