import * as z from 'zod';
import { FRESHNESS } from '../domain/citation.ts';
import { LESSON_STATES, SERVED_STATES } from '../domain/lesson-state.ts';
import { LOOP_ACTIONS, LOOP_PATTERNS } from '../domain/loops/loop-finding.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../domain/recall.ts';

/** Objects are loose: a field added later must not break a client that holds an older list. */
export const state = z.enum(LESSON_STATES);

export const estimate = z.looseObject({
  value: z.number().nullable(),
  n: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  method: z.string(),
});

export const citation = z.looseObject({
  path: z.string(),
  line: z.number().optional(),
  end_line: z.number().optional(),
  symbol: z.string().optional(),
  freshness: z.enum(FRESHNESS).optional(),
});

export const provenance = z.looseObject({
  source: z.enum(['human', 'agent', 'import']),
  author: z.string(),
  approved_by: z.string().optional(),
  at: z.string(),
});

const recalledLesson = z.looseObject({
  lesson_id: z.string(),
  when: z.string(),
  rule: z.string(),
  not_when: z.string().optional(),
  why: z.string().optional(),
  state: z.enum(SERVED_STATES),
  confidence: z.number().nullable(),
  helped: z.number(),
  harmed: z.number(),
  citations: z.array(citation).optional(),
  provenance,
  organisation: z.boolean().optional(),
});

export const loop = z.looseObject({
  pattern: z.enum(LOOP_PATTERNS),
  action: z.enum(LOOP_ACTIONS),
  advice: z.string(),
});

export const recall = z.looseObject({
  recall_id: z.string(),
  decision: z.enum(RECALL_DECISIONS),
  reason: z.string(),
  lessons: z.array(recalledLesson),
  path: z.enum(RECALL_PATHS),
  tokens: z.number(),
  next_step: z.string(),
  loop: loop.optional(),
});
