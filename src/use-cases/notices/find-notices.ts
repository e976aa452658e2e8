import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { Time } from '../../domain/ids.ts';
import { endOf, stateOf, type TrialEvent, type TrialRecord } from '../../domain/trial.ts';
import { observeDrift } from '../health/drift-check.ts';
import { WAITING_STATES } from '../review-queue.ts';
import type { Services } from '../services.ts';
import type { FoundNotice } from './found-notice.ts';

const DAY_MS = 86_400_000;
/** What lies further back was seen long ago, or was nobody's business here yet. */
const NEWS_MS = 7 * DAY_MS;

/** What there is to tell of a project now. The same thing has the same key each time. */
export const findNotices = async (services: Services, project: string): Promise<FoundNotice[]> => [
  ...(await openQuestions(services, project)),
  ...(await longWaiting(services, project)),
  ...(await trialNews(services, project)),
];

/** Risk and owner, not the question: its text is an agent's, and belongs to people of the project. */
const openQuestions = async ({ stores, clock }: Services, project: string): Promise<FoundNotice[]> => {
  const open = await stores.runs.listCheckpoints(project, { openAt: clock.now() });
  return open.map((one: Checkpoint) => ({
    project,
    notice_key: `checkpoint:${one.checkpoint_id}`,
    kind: 'checkpoint',
    title: `A question waits for ${one.owner}`,
    text: `Risk: ${one.risk}. A run waits for the answer until ${shortTime(one.expires_at)}; then it goes its workflow's fallback way.`,
    path: `/checkpoints?project=${encodeURIComponent(project)}`,
  }));
};

/** At most once a day, and again only when another lesson is the oldest. */
const longWaiting = async ({ stores, clock, settings }: Services, project: string): Promise<FoundNotice[]> => {
  const now = clock.now();
  const { items } = await stores.lessons.list(project, { states: WAITING_STATES });
  const [oldest] = items.sort((a, b) => a.updated_at.localeCompare(b.updated_at));
  if (oldest === undefined || ageMs(oldest.updated_at, now) < settings.reviewAfterMs) return [];
  const last = await stores.notices.newestAt(project, 'review');
  if (last !== null && ageMs(last, now) < DAY_MS) return [];
  const days = Math.floor(ageMs(oldest.updated_at, now) / DAY_MS);
  return [
    {
      project,
      notice_key: `review:${oldest.lesson_id}:${oldest.updated_at}`,
      kind: 'review',
      title: `${items.length} ${items.length === 1 ? 'lesson waits' : 'lessons wait'} for review`,
      text: `The oldest has waited for ${days === 1 ? '1 day' : `${days} days`}. What nobody reviewed in 90 days is retired.`,
      path: `/review?project=${encodeURIComponent(project)}`,
    },
  ];
};

const trialNews = async ({ stores, clock }: Services, project: string): Promise<FoundNotice[]> => {
  const now = clock.now();
  const records = await stores.trials.list(project);
  return records.flatMap((record) => [...dueLook(record, now), ...verdicts(record, now)]);
};

const dueLook = (record: TrialRecord, now: Time): FoundNotice[] => {
  if (stateOf(record, now) !== 'due') return [];
  const { workflow } = record.trial;
  return [
    {
      ...trialPlace(record),
      notice_key: `trial:${record.trial.trial_id}:due:${endOf(record)}`,
      title: `The trial of ${workflow} is over: its look is due`,
      text: '`hone trial report` takes the look, once and for all, and says what to do.',
    },
  ];
};

const verdicts = (record: TrialRecord, now: Time): FoundNotice[] =>
  record.events
    .filter((event): event is TrialEvent & { kind: 'looked' } => event.kind === 'looked')
    .filter((event) => ageMs(event.at, now) < NEWS_MS)
    .map((event) => ({
      ...trialPlace(record),
      notice_key: `trial:${record.trial.trial_id}:looked:${event.at}`,
      title: `Trial of ${record.trial.workflow}: ${DECISIONS[event.verdict.decision]}`,
      text: event.verdict.reasons.join(' '),
    }));

const DECISIONS = { keep: 'keep memory', roll_back: 'roll back', inconclusive: 'inconclusive' } as const;

const trialPlace = ({ trial }: TrialRecord): Pick<FoundNotice, 'project' | 'kind' | 'path'> => ({
  project: trial.project,
  kind: 'trial',
  path: `/workflows?project=${encodeURIComponent(trial.project)}`,
});

/** Apart from the rest: it reads a month of tasks. */
export const findDrift = async (services: Services, project: string): Promise<FoundNotice[]> => {
  const { alarm, since } = await observeDrift(services, project);
  if (!alarm) return [];
  const last = await services.stores.notices.newestAt(project, 'drift');
  if (last !== null && ageMs(last, services.clock.now()) < NEWS_MS) return [];
  return [
    {
      project,
      notice_key: `drift:${(since ?? '').slice(0, 10)}`,
      kind: 'drift',
      title: 'More tasks than usual are not completed clean',
      text: `Since ${(since ?? '').slice(0, 10)}. \`hone trends --bucket 25_tasks\` shows when and how much; ask what changed then.`,
      path: `/?project=${encodeURIComponent(project)}`,
    },
  ];
};

const ageMs = (from: Time, to: Time): number => Date.parse(to) - Date.parse(from);
const shortTime = (time: Time): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
