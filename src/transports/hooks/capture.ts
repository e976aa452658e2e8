import type { Captured, Happening, Heard } from '../../domain/capture/captured.ts';
import { detectCorrection } from '../../domain/capture/detect-correction.ts';
import type { Detector } from '../../domain/capture/detector.ts';
import type { HookEvent } from '../../domain/capture/hook-event.ts';
import type { SessionNote, SessionState } from '../../domain/capture/session-notes.ts';

/** What an event leaves behind: happenings for the store, notes for the next hook. */
export interface Trace {
  readonly happenings: readonly Happening[];
  readonly notes: readonly SessionNote[];
}

const LONGEST_TASK = 400;
const LONGEST_TAIL = 400;
const LONGEST_ACT = 160;

/** Decides what of an event is kept. Texts come without secrets. Without a detector no correction is heard. */
export const capture = (event: HookEvent, state: SessionState, detector: () => Detector | null): Trace => {
  switch (event.kind) {
    case 'session_start':
      return { happenings: [], notes: event.source === 'resume' ? [] : [{ n: 'forgot' }] };
    case 'prompt':
      return ofPrompt(event.text ?? '', state, detector());
    case 'said':
    case 'stop':
      return ofStop(event);
    case 'denied':
      return { happenings: [stepIn('override', `refused: ${act(event)}`)], notes: [] };
    case 'session_end':
      return { happenings: state.closed ? [] : [{ type: 'ended', finished: state.finished }], notes: [] };
    case 'merged':
      return { happenings: event.branch === undefined ? [] : [{ type: 'merged', branch: event.branch }], notes: [] };
    default:
      return ofTool(event, state);
  }
};

const stepIn = (kind: 'override' | 'takeover' | 'rollback', note: string): Happening => ({
  type: 'intervened',
  kind,
  note,
});

const ofPrompt = (text: string, state: SessionState, detector: Detector | null): Trace => {
  const heard = detector === null ? null : hear(detector, text, state);
  const task = text.slice(0, LONGEST_TASK);
  return {
    happenings: [{ type: 'prompt', task, ...(heard === null ? {} : { heard }) }],
    notes: [
      { n: 'prompt', text: task.slice(0, LONGEST_ACT) },
      ...(heard === null ? [] : [{ n: 'heard', heard } as const]),
    ],
  };
};

const hear = (detector: Detector, text: string, state: SessionState): Heard | null => {
  const { kind, probability, draft } = detectCorrection(detector, text, {
    before: state.said,
    did: state.did,
    began: state.began,
  });
  return kind === 'none' || kind === 'preference' ? null : { kind, probability, ...draft };
};

const ofStop = ({ text, interrupted }: HookEvent): Trace => ({
  happenings: interrupted === true ? [stepIn('takeover', 'stopped the agent')] : [],
  notes: [{ n: 'said', tail: (text ?? '').slice(-LONGEST_TAIL) }],
});

const WANTS_BACK = /\b(?:revert|undo|roll(?:ed)? ?back|put .{0,40}back|restore|take .{0,40}back|discard)\b/iu;
const TAKES_BACK = /\bgit\s+(?:-C\s+\S+\s+)?(?:revert|restore|reset\s+--hard|checkout\s+(?:\S+\s+)?--)(?=\s|$)/u;

const ofTool = (event: HookEvent, state: SessionState): Trace => {
  const own = ofOwnTool(event);
  const acted = event.command !== undefined || event.paths !== undefined;
  return {
    happenings: [...stepsIn(event, state), ...own.happenings],
    notes: [...own.notes, ...(acted ? [{ n: 'did', what: act(event) } as const] : [])],
  };
};

const stepsIn = (event: HookEvent, state: SessionState): Happening[] => {
  if (event.interrupted === true) return [stepIn('takeover', `stopped: ${act(event)}`)];
  // An agent takes its own attempts back all the time: it is an intervention when the person asked for it.
  const asked = event.kind === 'tool_ok' && WANTS_BACK.test(state.prompt);
  return asked && TAKES_BACK.test(event.command ?? '') ? [stepIn('rollback', act(event))] : [];
};

/** What the agent did with Hone itself. */
const ofOwnTool = ({ tool, answer }: HookEvent): Trace => {
  const verb =
    answer === undefined ? undefined : /(start_task|record_correction|record_outcome)$/u.exec(tool ?? '')?.[0];
  if (verb === 'record_correction') return { happenings: [], notes: [{ n: 'recorded' }] };
  if (verb === 'record_outcome') return { happenings: [], notes: [{ n: 'closed' }] };
  const run = verb === 'start_task' ? /\brun_[0-9a-z]{24,}/u.exec(answer ?? '')?.[0] : undefined;
  if (run === undefined) return { happenings: [], notes: [] };
  return { happenings: [{ type: 'run', run_id: run }], notes: [{ n: 'run', id: run }] };
};

const act = ({ command, paths, tool }: HookEvent): string =>
  (command ?? (paths === undefined ? (tool ?? 'a tool call') : `${tool ?? 'edit'} ${paths.join(', ')}`)).slice(
    0,
    LONGEST_ACT,
  );

/** The line of the spool for one happening. */
export const capturedLine = (facts: Omit<Captured, 'v' | 'id' | 'what'>, what: Happening, id: string): Captured => ({
  v: 1,
  id,
  ...facts,
  what,
});
