import type { EventLine, InterventionLine, RecallLine } from '../../domain/events/event-line.ts';
import type { Id } from '../../domain/ids.ts';
import type { Correction, Intervention } from '../../domain/intervention.ts';
import { shownIn } from '../../domain/metrics/exposures.ts';
import { withRewrite } from '../../domain/outcome.ts';
import type { RecallRecord } from '../../domain/recall.ts';
import type { OutcomeRecord } from '../../domain/run.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import type { VerdictRecord } from '../../domain/verdict.ts';
import type { RunHistory } from '../../ports/run-store.ts';

/** A line of a run, except the run's own. */
export type Happening = Exclude<EventLine, { type: 'run' }>;

export const recallLine = (run: string, recall: RecallRecord): Happening => ({
  type: 'recall',
  run,
  at: recall.at,
  path: recall.path,
  decision: recall.decision,
  lessons: shownIn(recall),
  tokens: recall.tokens,
});

export const outcomeLine = (run: string, record: OutcomeRecord): Happening => ({
  type: 'outcome',
  run,
  at: record.at,
  outcome: record.outcome,
  source: record.source,
  ...(record.rewrite_share === undefined ? {} : { rewrite_share: record.rewrite_share }),
  ...(record.fallback_used === undefined ? {} : { fallback_used: record.fallback_used }),
  ...(record.error === undefined ? {} : { error: record.error }),
  ...(record.note === undefined ? {} : { note: record.note }),
  by: record.by,
});

export const verdictLine = (run: string, record: VerdictRecord): Happening => ({
  type: 'verdict',
  run,
  at: record.at,
  lesson: record.lesson_id,
  verdict: record.verdict,
  by: record.by,
  source: record.source,
});

const saidIn = (correction: Correction | undefined) => {
  if (correction === undefined) return {};
  const { wrong, right, match, lesson_id, repeat_why } = correction;
  return {
    wrong,
    right,
    ...(match === 'repeat' && lesson_id !== undefined ? { repeat_of: lesson_id } : {}),
    ...(match === 'repeat' && repeat_why !== undefined ? { why: repeat_why } : {}),
  };
};

export const interventionLine = (
  run: string,
  one: Intervention,
  corrections: ReadonlyMap<Id, Correction>,
): Happening => ({
  type: 'intervention',
  run,
  at: one.at,
  kind: one.kind,
  planned: one.planned,
  ...(one.note === undefined ? {} : { note: one.note }),
  ...saidIn(one.correction_id === undefined ? undefined : corrections.get(one.correction_id)),
  by: one.by,
});

export const looseCorrectionLine = (correction: Correction): Happening => ({
  type: 'intervention',
  at: correction.at,
  kind: correction.kind,
  planned: false,
  ...saidIn(correction),
  by: correction.by,
});

/** All lines that say what a run's history holds, in no order. */
export const linesOf = (run: string, history: Omit<RunHistory, 'task' | 'run' | 'checkpoints'>): Happening[] => {
  const corrections = new Map(history.corrections.map((one) => [one.correction_id, one]));
  return [
    ...history.recalls.map((one) => recallLine(run, one)),
    ...history.interventions.map((one) => interventionLine(run, one, corrections)),
    ...history.outcomes.map((one) => outcomeLine(run, one)),
    ...history.verdicts.map((one) => verdictLine(run, one)),
  ];
};

/** True when the intervention says what was wrong: then it is a correction, too. */
export const isCorrection = (line: InterventionLine): boolean =>
  line.kind !== 'approval' &&
  (line.kind === 'correction' || [line.wrong, line.right, line.repeat_of, line.why].some((part) => part !== undefined));

/** Lessons that a recall showed, each once. */
export const shownBy = (line: RecallLine): string[] => [...new Set(line.lessons)];

/** What a line leaves out, filled in as it is kept. */
const complete = (line: Happening): Happening => {
  if (line.type === 'recall') return { ...line, lessons: shownBy(line), tokens: line.tokens ?? 0 };
  if (line.type === 'verdict') return { ...line, source: line.source ?? 'agent' };
  if (line.type === 'outcome') return { ...line, outcome: withRewrite(line.outcome, line.rewrite_share) };
  const said = isCorrection(line) ? { wrong: line.wrong ?? '', right: line.right ?? '' } : {};
  return { ...line, ...said, planned: line.planned ?? false };
};

/**
 * The same for two lines that say the same fact of one run. Who brought it in, and the reason that is found where a line
 * gives none, are no part of it: a second import, by whomever, finds what the first one left.
 */
export const factKey = (line: Happening): string =>
  fingerprint({ ...complete(line), run: undefined, project: undefined, by: undefined, why: undefined });
