import type * as z from 'zod';
import type { Caller, Services } from '../use-cases/services.ts';

/** What a client is told of a tool's effects. All four are always said: their defaults differ between clients. */
export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export const READS: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Nothing is ever overwritten. Repeating a call adds to the record, unless it carries the same idempotency_key. */
export const WRITES: ToolAnnotations = { ...READS, readOnlyHint: false, idempotentHint: false };

/** One thing that an agent can ask: its words, its shapes, and the use-case behind it. */
export interface Tool<I extends z.ZodObject = z.ZodObject, R extends object = object> {
  readonly name: string;
  readonly title: string;
  /** A note to a new colleague: when to call, when not, what comes back. */
  readonly description: string;
  readonly input: I;
  readonly output: z.ZodObject;
  readonly annotations: ToolAnnotations;
  /** Clients that load tools on demand should have this one from the start. */
  readonly alwaysLoad?: true;
  /** One right call; errors show it. */
  readonly example: z.input<I>;
  /** @throws HoneError */
  run(services: Services, caller: Caller, input: z.output<I>): Promise<R>;
}

/** Holds a tool's example and use-case to its input schema. */
export const defineTool = <I extends z.ZodObject, R extends object>(tool: Tool<I, R>): Tool<I, R> => tool;
