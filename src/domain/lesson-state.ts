import { HoneError } from './error.ts';
import { hasRole, type Principal, type Role } from './principal.ts';

export const LESSON_STATES = [
  'proposed',
  'provisional',
  'active',
  'disputed',
  'superseded',
  'retired',
  'quarantined',
] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** States whose lessons may reach an agent. */
export const SERVED_STATES: readonly LessonState[] = ['active', 'provisional'];

/** How the reason of a step begins that takes the one before it back. */
export const UNDO_MARK = 'undo: ';

export const isServed = (state: LessonState): boolean => SERVED_STATES.includes(state);

interface Step {
  readonly from: readonly LessonState[];
  readonly to: LessonState;
  /** Any one of these roles may take the step. */
  readonly who: readonly Role[];
  /** Whoever wrote the lesson, or its present words, may not, unless alone on the store. */
  readonly notOwn?: true;
  /** These may with a proposal of their own only. */
  readonly own?: readonly Role[];
  /** Where it leads on a store that others use, if elsewhere. */
  readonly shared?: LessonState;
}

const REVIEWERS: readonly Role[] = ['reviewer', 'lead'];
const ANY_STATE: readonly LessonState[] = ['proposed', 'provisional', 'active', 'disputed', 'superseded', 'retired'];

/** Every step that a person may take. What policy does by itself is in the use-cases that do it. */
export const STEPS = {
  accept: { from: ['proposed', 'provisional', 'disputed'], to: 'active', who: REVIEWERS, notOwn: true },
  /** Alone it is acceptance with changes; where others are, one of them accepts the new words. */
  edit: { from: ['proposed', 'provisional', 'disputed', 'active'], to: 'active', who: REVIEWERS, shared: 'proposed' },
  reject: { from: ['proposed', 'provisional', 'disputed', 'quarantined'], to: 'retired', who: REVIEWERS },
  retire: { from: ['active', 'disputed'], to: 'retired', who: REVIEWERS },
  dispute: { from: ['active', 'provisional'], to: 'disputed', who: ['developer', ...REVIEWERS] },
  supersede: {
    from: ['proposed', 'provisional', 'active', 'disputed'],
    to: 'superseded',
    who: REVIEWERS,
    own: ['developer'],
  },
  quarantine: { from: ANY_STATE, to: 'quarantined', who: ['developer', ...REVIEWERS, 'admin'] },
  release: { from: ['quarantined'], to: 'proposed', who: REVIEWERS, notOwn: true },
  restore: { from: ['retired', 'superseded'], to: 'proposed', who: REVIEWERS },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

/**
 * The state after `name`, or the refusal.
 *
 * @throws HoneError FORBIDDEN when the principal is no person, lacks the role, or would judge their own lesson;
 *   CONFLICT when the lesson is not in a state that the step starts from.
 */
export const takeStep = (
  name: StepName,
  principal: Principal,
  lesson: { state: LessonState; author: string; writer?: string; askedBy?: string | null },
): { to: LessonState; role: Role } => {
  const step: Step = STEPS[name];
  const isOwn = [lesson.author, lesson.writer, lesson.askedBy].includes(principal.name);
  const mayOwn = lesson.author === principal.name && lesson.state === 'proposed' ? (step.own ?? []) : [];
  const role = [...mayOwn, ...step.who].find((candidate) => hasRole(principal, candidate));
  if (principal.kind !== 'person' || role === undefined) {
    throw new HoneError(
      'FORBIDDEN',
      `Only a person with the role ${step.who.join(' or ')} may ${name} a lesson.`,
      'Ask a reviewer, who can do it with `hone review` or in the console.',
    );
  }
  if (step.notOwn && !principal.solo && isOwn) {
    throw new HoneError(
      'FORBIDDEN',
      `Nobody may ${name} a lesson of their own on a store that others use.`,
      'Ask another reviewer.',
    );
  }
  if (!step.from.includes(lesson.state)) {
    throw new HoneError(
      'CONFLICT',
      `A lesson that is ${lesson.state} cannot be taken through "${name}".`,
      `"${name}" starts from: ${step.from.join(', ')}.`,
    );
  }
  return { to: principal.solo ? step.to : (step.shared ?? step.to), role };
};
