import { GATE_TERMS, GATES, type Gate, type GateAnswer, type GateTerms } from '../../domain/adoption-gate.ts';
import type { Estimate } from '../../domain/estimate.ts';
import type { Time } from '../../domain/ids.ts';
import { coverage } from '../../domain/metrics/coverage.ts';
import { reviewHealth } from '../../domain/metrics/review-health.ts';
import { COVERAGE_NEEDED, FEWEST } from '../../domain/metrics/verdict.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { type TimeWindow, timeWindow } from '../time-window.ts';

export interface GateCheck extends GateTerms {
  readonly gate: Gate;
  /** `open`: nobody answered yet, or too little is known. */
  readonly status: 'passed' | 'failed' | 'open';
  /** What it rests on. */
  readonly detail: string;
}

export interface GateList {
  readonly gates: readonly GateCheck[];
  /** True when nothing stands before the first trial. */
  readonly ready: boolean;
}

const REVERSALS_ALLOWED = 0.05;
const ROLLBACK_SECONDS = 60;

type Finding = Pick<GateCheck, 'status' | 'detail'>;

/** What stands before the first trial, and before later steps: computed from the store where it can be. */
export const checkGates = async (
  services: Services,
  caller: Caller,
  input: { project?: string | undefined },
): Promise<GateList> => {
  const project = resolveProject(caller, input.project);
  const now = services.clock.now();
  const window = timeWindow({}, now);
  const answers = await services.stores.trials.gateAnswers(project);
  const found: Partial<Record<Gate, Finding>> = {
    outcome_coverage: await coverageFinding(services, project, window, now),
    rollback_rehearsed: await rehearsalFinding(services, project),
    automatic_steps: await reversalFinding(services, project, window),
  };
  const gates = GATES.map((gate): GateCheck => {
    const finding = found[gate] ?? answerFinding(answers.get(gate));
    return { gate, ...GATE_TERMS[gate], ...finding };
  });
  return { gates, ready: gates.every(({ when, status }) => when === 'later' || status === 'passed') };
};

const answerFinding = (answer: GateAnswer | undefined): Finding => {
  if (answer === undefined) return { status: 'open', detail: 'Nobody answered yet.' };
  const note = answer.note === undefined ? '' : `: ${answer.note}`;
  return {
    status: answer.passed ? 'passed' : 'failed',
    detail: `${answer.by} said so on ${answer.at.slice(0, 10)}${note}`,
  };
};

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const judged = ({ value, n }: Estimate, what: string, holds: (value: number) => boolean): Finding => {
  if (value === null || n < FEWEST) return { status: 'open', detail: `${what}: n = ${n}, and ${FEWEST} are needed.` };
  return { status: holds(value) ? 'passed' : 'failed', detail: `${what}: ${percent(value)}, n = ${n}.` };
};

const coverageFinding = async (
  { stores }: Services,
  project: string,
  window: TimeWindow,
  now: Time,
): Promise<Finding> => {
  const tasks = await stores.events.tasks(project, window);
  const covered = coverage({ tasks, looseCorrections: [], now, horizon: now });
  return judged(covered, 'Coverage', (value) => value >= COVERAGE_NEEDED);
};

const reversalFinding = async ({ stores }: Services, project: string, { from, to }: TimeWindow): Promise<Finding> => {
  const { reversals_within_14_days: reversals } = reviewHealth(await stores.events.lessonLives(project), from, to);
  return judged(reversals, 'Undone within 14 days', (value) => value < REVERSALS_ALLOWED);
};

const rehearsalFinding = async ({ stores }: Services, project: string): Promise<Finding> => {
  const records = await stores.trials.list(project);
  const times = records.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'rehearsed' || event.kind === 'rolled_back' ? [event.seconds] : [])),
  );
  const last = times.at(0);
  if (last === undefined) return { status: 'open', detail: 'Rehearse it in a trial: hone trial rollback --rehearse' };
  return { status: last <= ROLLBACK_SECONDS ? 'passed' : 'failed', detail: `It took ${last} s.` };
};
