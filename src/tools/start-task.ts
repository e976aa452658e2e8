import * as z from 'zod';
import { startTask } from '../use-cases/start-task.ts';
import { aspects, errorText, idempotencyKey, name, paths, task, text } from './fields.ts';
import { loop, recall } from './output-shapes.ts';
import { defineTool, WRITES } from './tool.ts';

const routing = z.looseObject({
  decision: z.enum(['proceed', 'clarify', 'escalate']),
  workflow: z.string().nullable(),
  confidence: z.number().nullable(),
  reason: z.string(),
  options: z.array(z.looseObject({ workflow: z.string(), confidence: z.number(), entry: z.string() })).optional(),
  owner: z.string().optional(),
});

const boundary = z.looseObject({
  path: z.string(),
  may: z.enum(['agent', 'checkpoint', 'human_only']),
  owner: z.string(),
  because: z.string(),
});

const guardrails = z.looseObject({
  timeout_minutes: z.number(),
  max_attempts: z.number(),
  fallback: z.string(),
  checkpoints: z.array(z.string()),
});

const progress = z.strictObject({
  diff: text(200).exactOptional().describe('hash of the change'),
  tests_passing: z.int().min(0).max(10_000_000).exactOptional(),
});

export const startTaskTool = defineTool({
  name: 'start_task',
  title: 'Start a task',
  description:
    'Call first, before you read or change code for a new task, and again for each new attempt (same task_key). ' +
    'In `aspects` name up to 5 things you will touch or that could go wrong: they find lessons that the task text alone does not. ' +
    'Returns run_id (keep it for the other tools), lessons the team learned, what you may change, limits, and a warning when attempts go in circles. ' +
    'Not for a question in the middle of a task: use recall_lessons.',
  input: z.strictObject({
    task: task.describe('The task in the words of whoever gave it'),
    aspects: aspects.optional(),
    project: name.optional(),
    workflow: name.optional(),
    task_key: name.optional().describe('Issue or branch; retries share it'),
    paths: paths.optional().describe('Files you expect to touch'),
    error: errorText.optional(),
    progress: progress.optional().describe('Since the last attempt, so that trying on is no loop'),
    agent: name.optional(),
    model: name.optional(),
    idempotency_key: idempotencyKey.optional(),
  }),
  output: z.looseObject({
    run_id: z.string(),
    task_id: z.string(),
    project: z.string(),
    attempt: z.number(),
    routing,
    boundary: z.array(boundary),
    guardrails,
    missing: z.array(z.string()).optional(),
    loop: loop.extend({ attempts: z.number(), same_error: z.number() }).optional(),
    recall,
  }),
  annotations: WRITES,
  alwaysLoad: true,
  example: {
    task: 'Fix the crash when the config file is empty',
    aspects: ['parsing YAML', 'default settings'],
    task_key: 'APP-7',
    paths: ['src/config.ts'],
  },
  run: startTask,
});
