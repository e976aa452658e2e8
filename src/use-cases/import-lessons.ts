import { HoneError } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { type CleanLesson, cleanParsed } from '../domain/import/clean-parsed.ts';
import type { ParsedLesson } from '../domain/import/parsed-lesson.ts';
import type { Relation } from '../domain/lesson.ts';
import { takeStep } from '../domain/lesson-state.ts';
import { Pseudonyms } from './guard/pseudonyms.ts';
import { importBatch } from './lesson-import/import-batch.ts';
import { KnownLessons } from './lesson-import/known-lessons.ts';
import { importedPlace } from './organisation/listed-place.ts';
import type { Caller, Services } from './services.ts';

export interface ImportLessonsInput {
  readonly items: readonly ParsedLesson[];
  readonly project?: string | undefined;
  /** They are to hold in every project, once two people accepted them. */
  readonly organisation?: boolean | undefined;
  /** Name of the person who approves them all: they serve at once. */
  readonly acceptAs?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface ImportedItem {
  /** Where it begins in the file. */
  readonly line: number;
  readonly status: 'created' | 'confirmed' | 'quarantined' | 'refused';
  /** Null for what a dry run would have created. */
  readonly lesson_id: Id | null;
  readonly when: string;
  /** What was done to it, or why there is no new lesson. */
  readonly reason?: string;
  /** Hidden characters that were taken out of its texts, when there were any. */
  readonly hidden?: number;
  readonly similar: readonly { lesson_id: Id; relation: Relation; similarity: number }[];
}

export interface ImportLessonsResult {
  readonly created: number;
  /** Held by a guard, for a person to look at. */
  readonly quarantined: number;
  readonly confirmed: number;
  /** Not kept, because of what stands in it: a secret, or text that nobody can see. */
  readonly refused: number;
  /** Hidden characters that were found, in all. */
  readonly hidden: number;
  readonly dry_run: boolean;
  readonly items: readonly ImportedItem[];
}

export interface ImportAct {
  readonly services: Services;
  readonly caller: Caller;
  readonly project: string;
  readonly known: KnownLessons;
  readonly input: ImportLessonsInput;
}

/** Lessons of one write: large enough to be quick, small enough not to keep other writers out. */
const BATCH = 50;

/**
 * Puts the lessons of a file into review, or into service when a person who may approve says so. One that is known already, word
 * for word or nearly, is confirmed and not doubled: importing the same file again changes nothing.
 *
 * @throws HoneError FORBIDDEN when `acceptAs` is given by someone who may not approve, or names somebody else.
 */
export const importLessons = async (
  services: Services,
  caller: Caller,
  input: ImportLessonsInput,
): Promise<ImportLessonsResult> => {
  const project = importedPlace(caller, input);
  checkApproval(caller, input.acceptAs);
  const known = await KnownLessons.of(services.stores.lessons, project);
  const act: ImportAct = { services, caller, project, known, input };
  const items: ImportedItem[] = [];
  for (let from = 0; from < input.items.length; from += BATCH) {
    const batch = await Promise.all(input.items.slice(from, from + BATCH).map((item) => fitToKeep(services, item)));
    items.push(...(await importBatch(act, batch)));
    input.onProgress?.(items.length, input.items.length);
  }
  const count = (status: ImportedItem['status']): number => items.filter((item) => item.status === status).length;
  return {
    created: count('created'),
    quarantined: count('quarantined'),
    confirmed: count('confirmed'),
    refused: count('refused'),
    hidden: items.reduce((sum, { hidden }) => sum + (hidden ?? 0), 0),
    dry_run: input.dryRun === true,
    items,
  };
};

/** A lesson of a file with visible text, and what is personal in it under a name. */
const fitToKeep = async (services: Services, raw: ParsedLesson): Promise<CleanLesson> => {
  const clean = cleanParsed(raw);
  const { item } = clean;
  const pseudonyms = new Pseudonyms(services);
  const evidence = [];
  for (const one of item.evidence) {
    evidence.push(one.text === undefined ? one : { ...one, text: await pseudonyms.in(one.text) });
  }
  const named: ParsedLesson = {
    ...item,
    when: await pseudonyms.in(item.when),
    rule: await pseudonyms.in(item.rule),
    ...(item.not_when === undefined ? {} : { not_when: await pseudonyms.in(item.not_when) }),
    ...(item.why === undefined ? {} : { why: await pseudonyms.in(item.why) }),
    examples: await Promise.all(item.examples.map((example) => pseudonyms.in(example))),
    evidence,
  };
  return { ...clean, item: named };
};

const checkApproval = ({ principal }: Caller, acceptAs: string | undefined): void => {
  if (acceptAs === undefined) return;
  takeStep('accept', principal, { state: 'proposed', author: '' });
  if (acceptAs.trim() === '' || (acceptAs !== principal.name && !principal.solo)) {
    throw new HoneError(
      'FORBIDDEN',
      'On a store that others use, nobody approves in the name of somebody else.',
      'Give your own name, or import without --accept-as and let a reviewer decide.',
    );
  }
};
