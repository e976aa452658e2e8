import * as z from 'zod';
import { OUTCOME_SOURCES, OUTCOMES } from '../domain/outcome.ts';
import { VERDICTS } from '../domain/verdict.ts';
import { recordOutcome } from '../use-cases/record-outcome.ts';
import { errorText, id, idempotencyKey, list, note } from './fields.ts';
import { defineTool, WRITES } from './tool.ts';

export const recordOutcomeTool = defineTool({
  name: 'record_outcome',
  title: 'Record an outcome',
  description:
    'Call once when a run ends, however it ends; giving up counts too. ' +
    'Judge each lesson you were shown in `verdicts`: helpful (it changed what you did for the better), harmful (it misled), unused (did not apply), ignored (applied, not followed). ' +
    'Be honest: a lesson lives by this. Returns what was learned and which shown lessons are unjudged.',
  input: z.strictObject({
    run_id: id,
    outcome: z.enum(OUTCOMES),
    source: z.enum(OUTCOME_SOURCES).optional().describe('Set by the credential; an agent is always agent'),
    rewrite_share: z.number().min(0).max(1).optional().describe('Share of your lines that a human replaced'),
    fallback_used: z.boolean().optional(),
    error: errorText.optional(),
    note: note.optional(),
    verdicts: list(z.strictObject({ lesson_id: id, verdict: z.enum(VERDICTS) }), 50).optional(),
    idempotency_key: idempotencyKey.optional(),
  }),
  output: z.looseObject({
    run_id: z.string(),
    task_id: z.string(),
    outcome: z.enum(OUTCOMES),
    learned: z.array(z.looseObject({ lesson_id: z.string(), change: z.string() })),
    unjudged: z.array(z.string()),
    next_step: z.string(),
  }),
  annotations: WRITES,
  example: {
    run_id: 'run_…',
    outcome: 'completed_clean',
    verdicts: [{ lesson_id: 'les_…', verdict: 'helpful' }],
  },
  run: recordOutcome,
});
