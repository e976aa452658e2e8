import * as z from 'zod';
import { EVIDENCE_KINDS, LESSON_LIMITS } from '../domain/lesson.ts';
import { proposeLesson } from '../use-cases/propose-lesson.ts';
import {
  citations,
  examples,
  id,
  idempotencyKey,
  list,
  name,
  notWhen,
  path,
  rule,
  scope,
  text,
  when,
  why,
} from './fields.ts';
import { state } from './output-shapes.ts';
import { defineTool, WRITES } from './tool.ts';

const evidence = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  ref: path.exactOptional(),
  text: text(LESSON_LIMITS.evidence).exactOptional(),
});

const related = z.looseObject({
  lesson_id: z.string(),
  when: z.string(),
  rule: z.string(),
  relation: z.enum(['duplicate', 'similar', 'conflict']),
  similarity: z.number(),
});

export const proposeLessonTool = defineTool({
  name: 'propose_lesson',
  title: 'Propose a lesson',
  description:
    'Call when you found out something that would have saved you time and that the code does not say: one rule, one situation. ' +
    'Give `examples`: up to 5 tasks, as one would word them before knowing, for which it matters. People review it before it is served. ' +
    'On needs_decision look at `related` and call again with same_as, differs_from or supersedes. ' +
    'Not for what a human corrected (record_correction), nor for notes on this task, nor secrets.',
  input: z.strictObject({
    when: when.describe('The situation it applies in'),
    rule: rule.describe('What to do, and what not'),
    not_when: notWhen.optional(),
    why: why.optional(),
    examples: examples.optional(),
    project: name.optional(),
    run_id: id.optional(),
    evidence: list(evidence, LESSON_LIMITS.evidence_items).optional(),
    citations: citations.optional(),
    scope: scope.optional(),
    same_as: id.optional(),
    differs_from: z.strictObject({ lesson_id: id, how: text(400) }).optional(),
    supersedes: id.optional(),
    idempotency_key: idempotencyKey.optional(),
  }),
  output: z.looseObject({
    status: z.enum(['created', 'confirmed', 'needs_decision', 'quarantined']),
    lesson_id: z.string().nullable(),
    state: state.nullable(),
    related: z.array(related),
    next_step: z.string(),
  }),
  annotations: WRITES,
  example: {
    when: 'Running the tests of the billing package',
    rule: 'Start the database with `make db` first; without it the tests hang instead of failing',
    examples: ['fix the rounding of invoices'],
  },
  run: proposeLesson,
});
