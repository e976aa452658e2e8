/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { LessonState } from '../../../domain/lesson-state.ts';

const KINDS: Readonly<Record<LessonState, string>> = {
  active: 'good',
  provisional: 'warn',
  proposed: 'calm',
  disputed: 'warn',
  quarantined: 'bad',
  superseded: 'quiet',
  retired: 'quiet',
};

/** A state by its word; the colour only repeats it. */
export const StatePill = ({ state }: { state: LessonState }) => <span class={`pill ${KINDS[state]}`}>{state}</span>;
