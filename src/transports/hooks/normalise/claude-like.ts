import type { HookClient, HookEvent, HookKind } from '../../../domain/capture/hook-event.ts';
import { isTrue, objectOf, type Payload, present, textOf } from '../payload-fields.ts';
import { errorText, exitCode, flat, looksLikeFailure, toolFacts } from '../tool-facts.ts';

/** What differs between clients that speak as Claude Code does. */
export interface Dialect {
  readonly client: HookClient;
  readonly kinds: Readonly<Record<string, HookKind>>;
  /** Fields that hold a tool's answer. */
  readonly answer: readonly string[];
  /** Commands whose failure shows in nothing but their words. */
  readonly failsInWords: boolean;
}

/** Payloads with `session_id`, `hook_event_name` and so on, or the same in camelCase. */
export const claudeLike = (dialect: Dialect, event: string, payload: Payload): HookEvent | null => {
  const kind = dialect.kinds[event];
  if (kind === undefined) return null;
  const base = present<HookEvent>({
    client: dialect.client,
    kind,
    session: textOf(payload, 'session_id', 'sessionId') ?? '',
    turn: textOf(payload, 'tool_use_id', 'prompt_id', 'turn_id'),
    folder: textOf(payload, 'cwd'),
    model: textOf(payload, 'model'),
  });
  if (kind === 'tool_ok' || kind === 'tool_fail') return ofTool(dialect, base, payload);
  return present<HookEvent>({ ...base, ...wordsOf(kind, payload) });
};

const wordsOf = (kind: HookKind, payload: Payload): Partial<HookEvent> => {
  if (kind === 'session_start') return { source: sourceOf(textOf(payload, 'source')) };
  if (kind === 'prompt') return optional('text', textOf(payload, 'prompt'));
  if (kind === 'denied') return toolFacts(textOf(payload, 'tool_name', 'toolName'), payload.tool_input, undefined);
  if (kind !== 'stop') return {};
  return {
    ...optional('text', textOf(payload, 'last_assistant_message', 'prompt_response')),
    continued: isTrue(payload, 'stop_hook_active', 'stopHookActive'),
  };
};

const optional = <K extends string>(name: K, value: string | undefined): { [Name in K]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [Name in K]?: string });

const ofTool = (dialect: Dialect, base: HookEvent, payload: Payload): HookEvent => {
  const tool = textOf(payload, 'tool_name', 'toolName');
  const response = dialect.answer.map((name) => payload[name]).find((value) => value !== undefined);
  const answer = textAnswer(response);
  const facts = toolFacts(tool, payload.tool_input ?? payload.toolArgs, answer);
  const told = textOf(payload, 'error', 'error_message') ?? textOf(objectOf(response), 'error');
  const failed = base.kind === 'tool_fail' || told !== undefined || commandFailed(dialect, facts.command, answer);
  return present<HookEvent>({
    ...base,
    ...facts,
    kind: failed ? 'tool_fail' : 'tool_ok',
    error: failed ? errorText(told ?? answer) : undefined,
    interrupted: isTrue(payload, 'is_interrupt') || isTrue(objectOf(response), 'interrupted') || undefined,
  });
};

const commandFailed = (dialect: Dialect, command: string | undefined, answer: string): boolean => {
  if (command === undefined) return false;
  const code = exitCode(answer);
  return code === null ? dialect.failsInWords && looksLikeFailure(answer) : code !== 0;
};

const textAnswer = (response: unknown): string =>
  textOf(objectOf(response), 'llmContent', 'text_result_for_llm', 'textResultForLlm') ?? flat(response);

const sourceOf = (source: string | undefined): NonNullable<HookEvent['source']> =>
  source === 'resume' || source === 'clear' || source === 'compact' ? source : 'startup';
