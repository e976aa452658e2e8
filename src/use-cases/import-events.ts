import { HoneError } from '../domain/error.ts';
import type { EventLine, EventType } from '../domain/events/event-line.ts';
import { parseEventLine } from '../domain/events/parse-event-line.ts';
import type { Time } from '../domain/ids.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { screenEvents } from './guard/screen-events.ts';
import { EventImport } from './import/event-import.ts';
import { loadRefit } from './learning/refit-calibration.ts';
import { requireRole } from './require-role.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ImportEventsInput {
  /** JSON lines; empty ones are skipped. */
  readonly text: string;
  /** Where lines go that name no project. */
  readonly project?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Keeps the good lines although others are refused. */
  readonly keepGoing?: boolean | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface RefusedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ImportEventsResult {
  readonly lines: number;
  readonly added: Record<EventType, number>;
  /** Lines whose fact was there before, from this file or an earlier one. */
  readonly already: number;
  readonly refused: readonly RefusedLine[];
  /** Lesson ids that the store does not hold: kept as references, and counted. */
  readonly unknown_lessons: number;
  readonly dry_run: boolean;
}

export interface NumberedLine<T extends EventLine = EventLine> {
  readonly line: number;
  readonly event: T;
}

/** Undoes a dry run's write. Never leaves this file. */
class DryRun extends Error {}

/**
 * Brings in history: runs, recalls, interventions, outcomes and verdicts, one JSON object a line, in any order, each
 * exactly once however often the file is imported. All in one write.
 *
 * @throws HoneError INVALID_INPUT when lines are refused without `keepGoing`: nothing is kept; FORBIDDEN for an agent,
 *   and on a store that others use for anyone but a pipeline, a lead or an admin.
 */
export const importEvents = async (
  services: Services,
  caller: Caller,
  input: ImportEventsInput,
): Promise<ImportEventsResult> => {
  mayBringIn(caller);
  const project = resolveProject(caller, input.project);
  const read = readLines(input.text, services.clock.now());
  const { events, refused: secret } = await screenEvents(services, read.events);
  const { lines } = read;
  const refused = [...read.refused, ...secret];
  if (refused.length > 0 && input.keepGoing !== true && input.dryRun !== true) throw refusal(refused, lines);
  let result: ImportEventsResult | null = null;
  const refit = await loadRefit();
  const work = async (stores: Stores): Promise<ImportEventsResult> => {
    const run = new EventImport(services, stores, caller, project, input.onProgress);
    const done = await run.keepAll(events);
    await refit(stores, project);
    const all = [...refused, ...done.refused].sort((a, b) => a.line - b.line);
    result = { ...done, lines, refused: all, dry_run: input.dryRun === true };
    if (input.dryRun === true) throw new DryRun();
    if (all.length > 0 && input.keepGoing !== true) throw refusal(all, lines);
    return result;
  };
  try {
    return await services.unitOfWork.write(work);
  } catch (error) {
    if (result !== null && error instanceof DryRun) return result;
    throw error;
  }
};

/** Events carry the word of CI and of people: on a store that others use, only who answers for the figures brings them in. */
const mayBringIn = (caller: Caller): void => {
  const { kind, solo } = caller.principal;
  if (kind === 'ci' || (kind === 'person' && solo)) return;
  requireRole(caller, 'bring in events', 'lead', 'admin');
};

const readLines = (text: string, now: Time): { lines: number; events: NumberedLine[]; refused: RefusedLine[] } => {
  const events: NumberedLine[] = [];
  const refused: RefusedLine[] = [];
  let lines = 0;
  text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .forEach((raw, index) => {
      if (raw.trim() === '') return;
      lines += 1;
      const parsed = parseEventLine(raw, now);
      if ('event' in parsed) events.push({ line: index + 1, event: parsed.event });
      else refused.push({ line: index + 1, reason: parsed.reason });
    });
  return { lines, events, refused };
};

const NAMED_LINES = 5;

const refusal = (refused: readonly RefusedLine[], lines: number): HoneError => {
  const named = refused.slice(0, NAMED_LINES).map(({ line, reason }) => `line ${line}: ${reason}`);
  const more = refused.length > NAMED_LINES ? `; and ${refused.length - NAMED_LINES} more` : '';
  return new HoneError(
    'INVALID_INPUT',
    `${refused.length} of ${lines} lines are refused, and nothing was kept: ${named.join('; ')}${more}.`,
    'Correct them, or import with --keep-going to keep the rest. Example: {"type":"run","run":"r1","at":"2026-10-01T09:00:00Z"}',
  );
};
