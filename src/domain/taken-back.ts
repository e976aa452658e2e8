import type { Id, Time } from './ids.ts';

/** What a principal gives to a lesson, by the name of its table. */
export const GIVEN = ['vote', 'evidence', 'lesson_trigger', 'verdict'] as const;
export type Given = (typeof GIVEN)[number];

/** A fact that counts no more, because of who gave it. It stays on record. */
export interface TakenBack {
  readonly fact: Given;
  readonly lesson_id: Id;
  readonly reason: string;
  readonly by: string;
  readonly at: Time;
}
