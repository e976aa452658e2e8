import * as z from 'zod';
import { getLesson } from '../use-cases/get-lesson.ts';
import { id } from './fields.ts';
import { citation, estimate, provenance, state } from './output-shapes.ts';
import { defineTool, READS } from './tool.ts';

const items = z.array(z.looseObject({}));

export const getLessonTool = defineTool({
  name: 'get_lesson',
  title: 'Get a lesson',
  description:
    'The whole of one lesson: text, scope, citations, versions, evidence, use, effect, and who let it through. ' +
    'Call when you doubt a lesson or want to know where it comes from; recalling does not need it.',
  input: z.strictObject({ lesson_id: id }),
  output: z.looseObject({
    lesson_id: z.string(),
    when: z.string(),
    rule: z.string(),
    not_when: z.string().optional(),
    why: z.string().optional(),
    examples: z.array(z.string()),
    citations: z.array(citation),
    scope: z.looseObject({}),
    state,
    version: z.number(),
    provenance,
    organisation: z.boolean().optional(),
    versions: items,
    evidence: items,
    triggers: items,
    related: items,
    exposures: z.looseObject({ total: z.number(), latest: items }),
    verdicts: items,
    effect: estimate,
    history: items,
  }),
  annotations: READS,
  example: { lesson_id: 'les_…' },
  run: getLesson,
});
