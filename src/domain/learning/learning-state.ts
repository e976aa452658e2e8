import type { Time } from '../ids.ts';
import type { LessonText, Transition, Trigger } from '../lesson.ts';
import { type LessonState, UNDO_MARK } from '../lesson-state.ts';
import type { Verdict } from '../verdict.ts';
import { carriedTriggers, carriedVotes, changedShare, toSixDigits } from './carry-over.ts';

/** A vote as it was cast, or taken over from a lesson that was merged in. */
export interface CastVote {
  readonly verdict: Verdict;
  readonly weight: number;
  readonly by: string;
  readonly at: Time;
  /** Of the lesson; absent in votes cast before it was kept. */
  readonly version?: number;
}

/** All events from which a lesson's state follows. */
export interface LessonEvents {
  readonly versions: readonly (LessonText & { readonly version: number; readonly at: Time })[];
  readonly votes: readonly CastVote[];
  readonly triggers: readonly Trigger[];
  readonly transitions: readonly Transition[];
}

/** What a lesson has learned. Nothing in it that the events do not say. */
export interface LearningState {
  readonly state: LessonState;
  readonly helped: number;
  readonly harmed: number;
  readonly confirmed_at: Time;
  /** The triggers that it is searched by, oldest first. */
  readonly triggers: readonly Trigger[];
}

/** Triggers that a lesson is searched by: the newest. */
export const SEARCHED_TRIGGERS = 8;

/** The version that was current at a time. */
const versionAt = (versions: LessonEvents['versions'], at: Time): number =>
  versions.filter((one) => one.at <= at).at(-1)?.version ?? 1;

/** What a text has learned. */
type Learned = Pick<LearningState, 'helped' | 'harmed' | 'triggers'>;

const carriedOver = ({ helped, harmed, triggers }: Learned, changed: number): Learned => {
  const kept = carriedTriggers(triggers.length, changed);
  return {
    helped: carriedVotes(helped, changed),
    harmed: carriedVotes(harmed, changed),
    triggers: kept === 0 ? [] : triggers.slice(-kept),
  };
};

const counted = (start: number, votes: readonly CastVote[], verdict: Verdict): number =>
  votes.reduce((sum, vote) => (vote.verdict === verdict ? toSixDigits(sum + vote.weight) : sum), start);

/**
 * The state that the events add up to, version by version: votes and triggers of a text carry over to the next one,
 * discounted by the share of it that changed. Null without a version.
 */
export const learningState = ({ versions, votes, triggers, transitions }: LessonEvents): LearningState | null => {
  if (versions.length === 0) return null;
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  const of = <T extends { at: Time; version?: number }>(events: readonly T[], version: number): T[] =>
    events.filter((one) => (one.version ?? versionAt(inOrder, one.at)) === version);
  let learned: Learned = { helped: 0, harmed: 0, triggers: [] };
  for (const [i, text] of inOrder.entries()) {
    const before = inOrder[i - 1];
    const start = before === undefined ? learned : carriedOver(learned, changedShare(before, text));
    const cast = of(votes, text.version);
    learned = {
      helped: counted(start.helped, cast, 'helpful'),
      harmed: counted(start.harmed, cast, 'harmful'),
      triggers: [...start.triggers, ...of(triggers, text.version)].slice(-SEARCHED_TRIGGERS),
    };
  }
  const state = transitions.at(-1)?.to ?? 'proposed';
  return { ...learned, state, confirmed_at: lastConfirmation(inOrder, triggers, transitions) };
};

/** Written, revised or approved by a person, or confirmed by a task: whatever came last. What was taken back confirms nothing. */
const lastConfirmation = (
  versions: LessonEvents['versions'],
  triggers: readonly Trigger[],
  transitions: readonly Transition[],
): Time => {
  const undone = new Set(transitions.filter(({ reason }) => reason.startsWith(UNDO_MARK)).map(({ at }) => at));
  const approvals = transitions.filter(({ from, to, role }) => from !== null && to === 'active' && role !== 'policy');
  const decided = [...versions, ...approvals].filter(({ at }) => !undone.has(at));
  const times = [...decided, ...triggers].map(({ at }) => at);
  return times.sort().at(-1) ?? '';
};
