import type { InterventionLine, OutcomeLine, RecallLine, VerdictLine } from '../../domain/events/event-line.ts';
import type { RepeatReason } from '../../domain/intervention.ts';
import { shownIn } from '../../domain/metrics/exposures.ts';
import { withRewrite } from '../../domain/outcome.ts';
import type { Run } from '../../domain/run.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { type Happening, isCorrection, shownBy } from './event-facts.ts';
import { IMPORTER } from './run-keeper.ts';

interface Place {
  readonly stores: Stores;
  readonly ids: Ids;
  readonly project: string;
}

const keepRecall = (place: Place, run: Run, line: RecallLine): Promise<void> =>
  place.stores.runs.addRecall({
    project: place.project,
    recall_id: place.ids.next('recall'),
    run_id: run.run_id,
    query: run.text,
    decision: line.decision,
    path: line.path,
    reason: 'brought in from a file of events',
    tokens: line.tokens ?? 0,
    at: line.at,
    // A file does not say how well a lesson matched, only that it was shown.
    candidates: shownBy(line).map((lesson_id, index) => ({ lesson_id, rank: index + 1, score: 0 })),
  });

/** Why a repeated lesson did not help, where the line does not say: it was shown to the run, or it was not. */
const reasonOf = async (place: Place, run: Run | null, line: InterventionLine): Promise<RepeatReason> => {
  if (line.why !== undefined) return line.why;
  const recalls = run === null ? [] : await place.stores.runs.recallsOf(place.project, run.run_id);
  return recalls.flatMap(shownIn).some((id) => id === line.repeat_of) ? 'ignored' : 'missed';
};

const keepCorrection = async (place: Place, run: Run | null, line: InterventionLine): Promise<string> => {
  const correction_id = place.ids.next('correction');
  const repeats = line.repeat_of !== undefined || line.why !== undefined;
  await place.stores.runs.addCorrection({
    project: place.project,
    correction_id,
    ...(run === null ? {} : { run_id: run.run_id }),
    wrong: line.wrong ?? '',
    right: line.right ?? '',
    kind: line.kind === 'approval' ? 'correction' : line.kind,
    match: repeats ? 'repeat' : 'novel',
    ...(line.repeat_of === undefined ? {} : { lesson_id: line.repeat_of }),
    ...(repeats ? { repeat_why: await reasonOf(place, run, line) } : {}),
    by: line.by ?? IMPORTER,
    at: line.at,
  });
  return correction_id;
};

const keepIntervention = async (place: Place, run: Run | null, line: InterventionLine): Promise<void> => {
  const correction_id = isCorrection(line) ? await keepCorrection(place, run, line) : undefined;
  if (run === null) return;
  await place.stores.runs.addIntervention({
    project: place.project,
    run_id: run.run_id,
    kind: line.kind,
    planned: line.planned ?? false,
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(correction_id === undefined ? {} : { correction_id }),
    by: line.by ?? IMPORTER,
    at: line.at,
  });
};

const keepOutcome = (place: Place, run: Run, line: OutcomeLine): Promise<void> =>
  place.stores.runs.addOutcome({
    project: place.project,
    run_id: run.run_id,
    task_id: run.task_id,
    outcome: withRewrite(line.outcome, line.rewrite_share),
    source: line.source,
    ...(line.rewrite_share === undefined ? {} : { rewrite_share: line.rewrite_share }),
    ...(line.fallback_used === undefined ? {} : { fallback_used: line.fallback_used }),
    ...(line.error === undefined ? {} : { error: line.error }),
    ...(line.note === undefined ? {} : { note: line.note }),
    by: line.by ?? IMPORTER,
    at: line.at,
  });

const keepVerdict = (place: Place, run: Run, line: VerdictLine): Promise<void> =>
  place.stores.runs.addVerdict({
    project: place.project,
    run_id: run.run_id,
    lesson_id: line.lesson,
    verdict: line.verdict,
    by: line.by ?? IMPORTER,
    source: line.source ?? 'agent',
    at: line.at,
  });

/** Keeps one fact of a run; only a correction may belong to none. */
export const keepFact = async (place: Place, run: Run | null, line: Happening): Promise<void> => {
  if (line.type === 'intervention') return keepIntervention(place, run, line);
  if (run === null) return;
  if (line.type === 'recall') return keepRecall(place, run, line);
  if (line.type === 'outcome') return keepOutcome(place, run, line);
  return keepVerdict(place, run, line);
};
