import * as z from 'zod';
import { LESSON_LIMITS } from '../../../domain/lesson.ts';
import { PERMISSIONS, REQUIRABLE } from '../../../domain/workflow.ts';
import { list, name, path, text } from '../../../tools/fields.ts';

const line = text(300);

const rule = z.strictObject({
  paths: list(path, 100).min(1),
  may: z.enum(PERMISSIONS),
  because: line.exactOptional(),
});

const guardrails = z.strictObject({
  timeout_minutes: z.int().min(1).max(43_200).default(60),
  max_attempts: z.int().min(1).max(100).default(3),
  fallback: line.exactOptional(),
});

/** One workflow as a team writes it. What is left out is filled in by `toWorkflow`. */
export const workflowSchema = z.strictObject({
  owner: name,
  entry: line,
  examples: list(text(LESSON_LIMITS.example), 50).default([]),
  requires: list(z.enum(REQUIRABLE), REQUIRABLE.length).default([]),
  guardrails: guardrails.default({ timeout_minutes: 60, max_attempts: 3 }),
  boundary: list(rule, 100).default([]),
  checkpoints: list(line, 50).default([]),
});

/** The whole file, before its workflows are looked at one by one. */
export const workflowFileSchema = z.strictObject({ workflows: z.record(z.string(), z.unknown()) });
