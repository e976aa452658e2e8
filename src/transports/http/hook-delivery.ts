import { z } from 'zod';
import type { Captured } from '../../domain/capture/captured.ts';
import type { HookQuestion } from '../../domain/capture/hook-answer.ts';
import { HOOK_CLIENTS, HOOK_KINDS } from '../../domain/capture/hook-event.ts';
import { INTERVENTION_KINDS } from '../../domain/intervention.ts';
import { parseTime } from '../../domain/parse-time.ts';
import { CUT_REASONS, RECALL_DECISIONS, RECALL_PATHS } from '../../domain/recall.ts';
import { cleanText } from '../../domain/text/canonical.ts';

const MOST_EVENTS = 500;
const MOST_CANDIDATES = 50;

/** Hooks cut their texts to less; what is longer is cut here, so that no event is lost over it. */
const text = (longest: number) => z.string().transform((raw) => cleanText(raw.slice(0, longest)).text);
const key = z.string().min(1).max(400);
const optionalKey = z.string().max(400);
const project = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);
const client = z.enum(HOOK_CLIENTS);

const heard = z.object({
  kind: z.enum(['correction', 'complaint', 'preference', 'none']),
  probability: z.number().min(0).max(1),
  quote: text(300),
  wrong: text(2_000),
  right: text(2_000),
});

const recall = z.object({
  query: text(300),
  decision: z.enum(RECALL_DECISIONS),
  path: z.enum(RECALL_PATHS),
  reason: text(400),
  tokens: z.int().min(0).max(100_000),
  candidates: z
    .array(
      z.object({
        lesson_id: key,
        rank: z.int().min(0).max(1_000),
        score: z.number(),
        cut: z.enum(CUT_REASONS).exactOptional(),
      }),
    )
    .max(MOST_CANDIDATES),
});

const happening = z.discriminatedUnion('type', [
  z.object({ type: z.literal('prompt'), task: text(400), heard: heard.exactOptional() }),
  z.object({ type: z.literal('recalled'), recall }),
  z.object({ type: z.literal('intervened'), kind: z.enum(INTERVENTION_KINDS), note: text(400) }),
  z.object({ type: z.literal('run'), run_id: key }),
  z.object({ type: z.literal('ended'), finished: z.boolean() }),
  z.object({ type: z.literal('merged'), branch: text(200) }),
]);

const captured = z.object({
  v: z.literal(1),
  id: key,
  at: z.string().transform((raw, context) => {
    const at = parseTime(raw);
    if (at === null) context.addIssue('no time');
    return at ?? '';
  }),
  project,
  client,
  session: optionalKey,
  task_key: key,
  model: key.exactOptional(),
  what: happening,
});

const question = z.object({
  v: z.literal(1),
  event: z.object({
    client,
    kind: z.enum(HOOK_KINDS),
    session: optionalKey,
    source: z.enum(['startup', 'resume', 'clear', 'compact']).exactOptional(),
    text: text(4_000).exactOptional(),
    command: text(4_000).exactOptional(),
    error: text(4_000).exactOptional(),
    paths: z.array(text(400)).max(100).exactOptional(),
  }),
  project,
  task_key: key,
  shown: z.array(key).max(1_000),
});

const delivery = z.object({
  events: z.array(z.unknown()).max(MOST_EVENTS).default([]),
  question: z.unknown().optional(),
});

/** What hooks of another machine send: what they saw, and what one of them asks. */
export interface HookDelivery {
  readonly events: readonly Captured[];
  /** Events of a form that no version of this program writes. */
  readonly misshapen: number;
  readonly question: HookQuestion | null;
}

/** Checks a body, field by field; null when it is none. A question that cannot be read is none; events go on without it. Unknown fields are left out, so that a newer hook is understood. */
export const readHookDelivery = (body: unknown): HookDelivery | null => {
  const read = delivery.safeParse(body);
  if (!read.success) return null;
  const events = read.data.events.flatMap((raw) => captured.safeParse(raw).data ?? []);
  return {
    events,
    misshapen: read.data.events.length - events.length,
    question: question.safeParse(read.data.question).data ?? null,
  };
};
