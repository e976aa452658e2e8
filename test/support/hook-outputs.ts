import { z } from 'zod';
import type { HookClient } from '../../src/domain/capture/hook-event.ts';

/** What each client accepts on a hook's stdout, as strictly as the strictest of its readers; `reference` is its documentation. */
const context = (event: string) =>
  z.strictObject({
    hookSpecificOutput: z.strictObject({ hookEventName: z.literal(event), additionalContext: z.string().max(10_000) }),
  });
const block = z.strictObject({ decision: z.literal('block'), reason: z.string() });

const SHAPES: Readonly<Record<HookClient, (event: string) => z.ZodType>> = {
  'claude-code': (event) => (event === 'Stop' ? block : context(event)),
  codex: (event) => (event === 'Stop' ? block : context(event)),
  cursor: (event) => {
    if (event === 'stop') return z.strictObject({ followup_message: z.string() });
    const text = { additional_context: z.string() };
    return event === 'beforeSubmitPrompt'
      ? z.strictObject({ continue: z.literal(true), ...text })
      : z.strictObject(text);
  },
  'copilot-cli': (event) =>
    /stop$/iu.test(event) ? block : z.strictObject({ additionalContext: z.string().max(10_000) }),
  vscode: (event) =>
    event === 'Stop'
      ? z.strictObject({
          hookSpecificOutput: z.strictObject({
            hookEventName: z.literal('Stop'),
            decision: z.literal('block'),
            reason: z.string(),
          }),
        })
      : context(event),
  gemini: (event) =>
    event === 'AfterAgent' ? z.strictObject({ decision: z.literal('deny'), reason: z.string() }) : context(event),
  opencode: () => z.strictObject({ text: z.string() }),
  git: () => z.never(),
};

/** Throws unless the client accepts this output for the event. */
export const acceptedBy = (client: HookClient, event: string, output: unknown): void => {
  SHAPES[client](event).parse(output);
};
