import * as z from 'zod';
import { LESSON_VERDICTS } from '../domain/metrics/lesson-verdict.ts';
import { name, time } from './fields.ts';
import { estimate, state } from './output-shapes.ts';
import { defineTool, READS } from './tool.ts';

const row = z.looseObject({
  lesson_id: z.string(),
  rule: z.string(),
  state,
  exposures: z.number(),
  helpful: z.number(),
  harmful: z.number(),
  ignored: z.number(),
  unused: z.number(),
  repeats_after: z.number(),
  effect: estimate.nullable(),
  tokens: z.number(),
  verdict: z.enum(LESSON_VERDICTS),
});

export const lessonImpactTool = defineTool({
  name: 'lesson_impact',
  title: 'Lesson impact',
  description:
    'Which lessons prevent repeats, which do harm, are ignored or not needed, and what people keep correcting that no lesson covers. ' +
    'Call when asked to tend the lessons, not while working on a task.',
  input: z.strictObject({
    project: name.optional(),
    since: time.optional().describe("'30d' (default) or a UTC time"),
  }),
  output: z.looseObject({
    lessons: z.array(row),
    uncovered: z.array(z.looseObject({ example: z.string(), corrections: z.number() })),
  }),
  annotations: READS,
  example: { since: '30d' },
  run: async (services, caller, input) =>
    (await import('../use-cases/lesson-impact.ts')).lessonImpact(services, caller, input),
});
