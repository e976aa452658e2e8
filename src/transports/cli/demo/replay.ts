import type { RepeatReason } from '../../../domain/intervention.ts';
import type { Recall } from '../../../domain/recall.ts';
import { CorrectionChains } from './correction-chains.ts';
import type { DemoCorrection } from './demo-corrections.ts';
import type { DemoServer } from './demo-server.ts';

/** What happened at one task of the replay. */
export interface ReplayStep {
  readonly correction: DemoCorrection;
  readonly decision: Recall['decision'];
  readonly path: Recall['path'];
  readonly delivered: number;
  readonly tokens: number;
  /** Earlier corrections of the same change, as known then. */
  readonly earlier: readonly DemoCorrection[];
  /** A lesson of one of them was recalled before the work began. */
  readonly hit: boolean;
  /** One of the three newest corrections would have been one of them. */
  readonly newestHit: boolean;
  readonly match: 'novel' | RepeatReason;
}

interface Started {
  readonly run_id: string;
  readonly recall: Recall;
}

interface Recorded {
  readonly match: 'repeat' | 'novel';
  readonly repeat?: { lesson_id: string; why: RepeatReason };
  readonly lesson?: { lesson_id: string };
}

/** Lessons per answer by default; the list of newest ones gets as many. */
const ANSWER = 3;
/** The demo's reviewer comes by after so many tasks. */
const REVIEW_EVERY = 10;

/** What the reviewer finds. */
interface Desk {
  readonly lessons: string[];
  readonly runs: string[];
}

/**
 * Plays the corrections in time order against the server: ask with what is known before the work, then record what was corrected.
 * The reviewer's policy: accept every correction that names the change it corrects, and confirm that the task was completed and
 * rewritten, which the correction shows. The verdict on a recalled lesson is `helpful` where the developers linked both to one
 * change, else `unused`.
 */
export const replay = async (
  server: DemoServer,
  corrections: readonly DemoCorrection[],
  onStep: (step: ReplayStep, done: number) => void,
): Promise<ReplayStep[]> => {
  const chains = new CorrectionChains();
  const lessonOf = new Map<string, string>();
  const steps: ReplayStep[] = [];
  let desk: Desk = { lessons: [], runs: [] };
  for (const correction of corrections) {
    const { step, lesson, run } = await playOne(server, correction, chains, lessonOf);
    chains.add(correction);
    lessonOf.set(correction.id, lesson.id);
    if (lesson.isNew && correction.links.length > 0) desk.lessons.push(lesson.id);
    desk.runs.push(run);
    steps.push(step);
    if (steps.length % REVIEW_EVERY === 0 || steps.length === corrections.length) {
      await review(server, desk);
      desk = { lessons: [], runs: [] };
    }
    onStep(step, steps.length);
  }
  return steps;
};

const review = async (server: DemoServer, { lessons, runs }: Desk): Promise<void> => {
  if (lessons.length > 0) {
    await server.command('review', 'accept', ...lessons, '--reason', 'names the change that it corrects');
  }
  const at = new Date().toISOString();
  await server.report(
    runs.map((run) => ({ type: 'outcome', run, at, outcome: 'completed_rewritten', source: 'human', by: 'demo' })),
  );
};

const playOne = async (
  server: DemoServer,
  correction: DemoCorrection,
  chains: CorrectionChains,
  lessonOf: ReadonlyMap<string, string>,
): Promise<{ step: ReplayStep; lesson: { id: string; isNew: boolean }; run: string }> => {
  // Before the work: the subject of the change to be made and its files. No body, no link.
  const { run_id, recall } = await server.call<Started>('start_task', {
    task: correction.subject,
    task_key: correction.id,
    paths: correction.files,
    agent: 'replay',
  });
  const earlier = chains.earlier(correction);
  const linked = new Set(earlier.map((one) => lessonOf.get(one.id)));
  const newest = new Set(chains.newest(ANSWER).map((one) => one.id));
  // After it: what the developers corrected.
  const recorded = await server.call<Recorded>('record_correction', {
    run_id,
    wrong: `To be corrected: ${correction.corrected.join('; ') || correction.links.join(', ')}`,
    right: correction.body === '' ? correction.subject : `${correction.subject}\n\n${correction.body}`,
  });
  await server.call('record_outcome', {
    run_id,
    outcome: 'completed_rewritten',
    verdicts: recall.lessons.map(({ lesson_id }) => ({
      lesson_id,
      verdict: linked.has(lesson_id) ? 'helpful' : 'unused',
    })),
  });
  return {
    step: {
      correction,
      decision: recall.decision,
      path: recall.path,
      delivered: recall.lessons.length,
      tokens: recall.tokens,
      earlier,
      hit: recall.lessons.some((lesson) => linked.has(lesson.lesson_id)),
      newestHit: earlier.some((one) => newest.has(one.id)),
      match: recorded.repeat?.why ?? 'novel',
    },
    run: run_id,
    lesson: { id: recorded.repeat?.lesson_id ?? recorded.lesson?.lesson_id ?? '', isNew: recorded.match === 'novel' },
  };
};
