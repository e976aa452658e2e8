import * as z from 'zod';
import { INTERVENTION_KINDS, REPEAT_REASONS } from '../domain/intervention.ts';
import { recordCorrection } from '../use-cases/record-correction.ts';
import { examples, id, idempotencyKey, name, note, paths, rule, task, when, why } from './fields.ts';
import { state } from './output-shapes.ts';
import { defineTool, WRITES } from './tool.ts';

export const recordCorrectionTool = defineTool({
  name: 'record_correction',
  title: 'Record a correction',
  description:
    'Call at once whenever a human corrects you, takes over, overrides or rolls back your work, so that no agent has to be told again. ' +
    'Say `right` as a rule that holds beyond this case, and give `examples`: up to 5 tasks, as one would word them before knowing, for which it matters. ' +
    'Returns whether a lesson was repeated and why it did not prevent this, or the new lesson and its state. ' +
    'Not for your own discoveries: use propose_lesson.',
  input: z.strictObject({
    wrong: rule.describe('What you did'),
    right: rule,
    when: when.optional().describe("Default: the run's task"),
    examples: examples.optional(),
    why: why.optional(),
    quote: note.optional().describe("The human's own words"),
    run_id: id.optional(),
    project: name.optional(),
    task: task.optional().describe('Without run_id'),
    paths: paths.optional(),
    kind: z.enum(INTERVENTION_KINDS).exclude(['approval']).optional(),
    idempotency_key: idempotencyKey.optional(),
  }),
  output: z.looseObject({
    correction_id: z.string(),
    match: z.enum(['repeat', 'novel']),
    repeat: z.looseObject({ lesson_id: z.string(), why: z.enum(REPEAT_REASONS) }).optional(),
    lesson: z.looseObject({ lesson_id: z.string(), state, served_now: z.boolean() }).optional(),
    next_step: z.string(),
  }),
  annotations: WRITES,
  example: {
    wrong: 'Edited the generated client in src/api/generated',
    right: 'Change openapi.yaml and run the generator; never edit generated files',
    examples: ['add a field to the orders endpoint'],
  },
  run: recordCorrection,
});
