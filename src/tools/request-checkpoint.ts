import * as z from 'zod';
import { RISKS } from '../domain/checkpoint.ts';
import { requestCheckpoint } from '../use-cases/request-checkpoint.ts';
import { id, list, note, text } from './fields.ts';
import { defineTool, WRITES } from './tool.ts';

export const requestCheckpointTool = defineTool({
  name: 'request_checkpoint',
  title: 'Ask a human',
  description:
    'Call before a step that is not yours to decide: where `boundary` says checkpoint, or what cannot be undone. ' +
    'Returns the answer, or `pending` with who owns it and what to do meanwhile; call again with checkpoint_id to look for the answer. ' +
    'Never take pending or expired for a yes.',
  input: z.strictObject({
    run_id: id,
    question: note,
    options: list(text(300), 10).optional(),
    risk: z.enum(RISKS).optional(),
    checkpoint_id: id.optional(),
  }),
  output: z.looseObject({
    checkpoint_id: z.string(),
    status: z.enum(['pending', 'answered', 'expired']),
    answer: z.string().optional(),
    answered_by: z.string().optional(),
    at: z.string().optional(),
    client_attested: z.boolean().optional(),
    owner: z.string(),
    expires_at: z.string(),
    meanwhile: z.string(),
    next_step: z.string(),
  }),
  annotations: WRITES,
  example: {
    run_id: 'run_…',
    question: 'May I drop the unused column orders.legacy_total?',
    options: ['drop it', 'keep it'],
    risk: 'high',
  },
  run: requestCheckpoint,
});
