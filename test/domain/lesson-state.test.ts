import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isServed,
  LESSON_STATES,
  type LessonState,
  STEPS,
  type StepName,
  takeStep,
} from '../../src/domain/lesson-state.ts';
import { type Principal, ROLES, type Role } from '../../src/domain/principal.ts';

const person = (roles: readonly Role[], change: Partial<Principal> = {}): Principal => ({
  name: 'ann',
  kind: 'person',
  roles,
  projects: '*',
  solo: false,
  ...change,
});

/** Steps by role and by state as they are promised, written down apart from the code. */
const MAY: Record<StepName, readonly Role[]> = {
  accept: ['reviewer', 'lead'],
  edit: ['reviewer', 'lead'],
  reject: ['reviewer', 'lead'],
  retire: ['reviewer', 'lead'],
  dispute: ['developer', 'reviewer', 'lead'],
  supersede: ['reviewer', 'lead'],
  quarantine: ['developer', 'reviewer', 'lead', 'admin'],
  release: ['reviewer', 'lead'],
  restore: ['reviewer', 'lead'],
};
const LEADS: Record<StepName, { from: readonly LessonState[]; to: LessonState }> = {
  accept: { from: ['proposed', 'provisional', 'disputed'], to: 'active' },
  edit: { from: ['proposed', 'provisional', 'disputed', 'active'], to: 'active' },
  reject: { from: ['proposed', 'provisional', 'disputed', 'quarantined'], to: 'retired' },
  retire: { from: ['active', 'disputed'], to: 'retired' },
  dispute: { from: ['active', 'provisional'], to: 'disputed' },
  supersede: { from: ['proposed', 'provisional', 'active', 'disputed'], to: 'superseded' },
  quarantine: {
    from: ['proposed', 'provisional', 'active', 'disputed', 'superseded', 'retired'],
    to: 'quarantined',
  },
  release: { from: ['quarantined'], to: 'proposed' },
  restore: { from: ['retired', 'superseded'], to: 'proposed' },
};
const NOT_OWN: readonly StepName[] = ['accept', 'release'];
/** On a store that others use. */
const SHARED: Partial<Record<StepName, LessonState>> = { edit: 'proposed' };

const names = Object.keys(STEPS) as StepName[];
const grid = names.flatMap((name) =>
  LESSON_STATES.flatMap((state) => ROLES.map((role) => [name, state, role] as const)),
);

const refusal = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a step of a lesson', () => {
  it('is in the promised table', () => {
    expect(names.sort()).toEqual(Object.keys(LEADS).sort());
  });

  it.each(grid)('%s from %s by a person who is %s', (name, state, role) => {
    const step = () => takeStep(name, person([role]), { state, author: 'bea' });
    if (!MAY[name].includes(role)) expect(refusal(step)).toBe('FORBIDDEN');
    else if (!LEADS[name].from.includes(state)) expect(refusal(step)).toBe('CONFLICT');
    else expect(step()).toEqual({ to: SHARED[name] ?? LEADS[name].to, role });
    const alone = () => takeStep(name, person([role], { solo: true }), { state, author: 'bea' });
    if (refusal(step) === null) expect(alone()).toEqual({ to: LEADS[name].to, role });
  });

  it.each(names)('%s of a lesson of their own', (name) => {
    const [state] = LEADS[name].from as [LessonState];
    const own = (solo: boolean) => () => takeStep(name, person(['reviewer'], { solo }), { state, author: 'ann' });
    expect(refusal(own(false))).toBe(NOT_OWN.includes(name) ? 'FORBIDDEN' : null);
    expect(refusal(own(true))).toBeNull();
  });

  it('is not of a lesson whose present words are one’s own, whoever proposed it', () => {
    const lesson = { state: 'proposed', author: 'bea', writer: 'ann' } as const;
    expect(refusal(() => takeStep('accept', person(['reviewer']), lesson))).toBe('FORBIDDEN');
    expect(refusal(() => takeStep('accept', person(['lead']), lesson))).toBe('FORBIDDEN');
    expect(refusal(() => takeStep('accept', person(['reviewer'], { solo: true }), lesson))).toBeNull();
    expect(refusal(() => takeStep('accept', person(['reviewer'], { name: 'cy' }), lesson))).toBeNull();
  });

  it('lets developers withdraw their own proposals, and nothing else', () => {
    const developer = person(['developer']);
    const step = (state: LessonState, author: string) => () => takeStep('supersede', developer, { state, author });
    expect(step('proposed', 'ann')()).toEqual({ to: 'superseded', role: 'developer' });
    for (const refused of [step('active', 'ann'), step('proposed', 'bea')]) expect(refusal(refused)).toBe('FORBIDDEN');
  });

  it('is never for agents and pipelines, whatever roles they hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('agent', 'ci'),
        fc.subarray([...ROLES]),
        fc.boolean(),
        fc.constantFrom(...names),
        fc.constantFrom(...LESSON_STATES),
        (kind, roles, solo, name, state) => {
          const step = () => takeStep(name, person(roles, { kind, solo }), { state, author: 'bea' });
          expect(refusal(step)).toBe('FORBIDDEN');
        },
      ),
    );
  });

  it('leads out of every state, and only accepted words are active', () => {
    for (const state of LESSON_STATES) expect(names.some((name) => LEADS[name].from.includes(state))).toBe(true);
    expect(names.filter((name) => STEPS[name].to === 'active').sort()).toEqual(['accept', 'edit']);
  });
});

describe('an agent gets', () => {
  it.each(LESSON_STATES)('%s lessons or not', (state) => {
    expect(isServed(state)).toBe(state === 'active' || state === 'provisional');
  });
});
