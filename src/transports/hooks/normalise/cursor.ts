import type { HookEvent, HookKind } from '../../../domain/capture/hook-event.ts';
import { isTrue, type Payload, present, textOf } from '../payload-fields.ts';
import { errorText, exitCode, flat, toolFacts } from '../tool-facts.ts';

const KINDS: Readonly<Record<string, HookKind>> = {
  sessionStart: 'session_start',
  beforeSubmitPrompt: 'prompt',
  postToolUse: 'tool_ok',
  postToolUseFailure: 'tool_fail',
  afterFileEdit: 'tool_ok',
  afterAgentResponse: 'said',
  stop: 'stop',
  sessionEnd: 'session_end',
};

export const ofCursor = (event: string, payload: Payload): HookEvent | null => {
  const kind = KINDS[event];
  if (kind === undefined) return null;
  const roots = payload.workspace_roots;
  const base = present<HookEvent>({
    client: 'cursor',
    kind,
    session: textOf(payload, 'conversation_id', 'session_id') ?? '',
    turn: textOf(payload, 'tool_use_id', 'generation_id'),
    folder: textOf(payload, 'cwd') ?? (Array.isArray(roots) && typeof roots[0] === 'string' ? roots[0] : undefined),
    model: textOf(payload, 'model'),
  });
  return present<HookEvent>({ ...base, ...rest(event, base.kind, payload) });
};

const rest = (event: string, kind: HookKind, payload: Payload): Partial<HookEvent> => {
  if (kind === 'session_start') return { source: 'startup' };
  if (kind === 'prompt') return { text: textOf(payload, 'prompt') ?? '' };
  if (kind === 'said') return { text: textOf(payload, 'text') ?? '' };
  if (kind === 'stop') return ofStop(payload);
  if (event === 'afterFileEdit') return toolFacts('edit', payload, undefined);
  return kind === 'session_end' ? {} : ofTool(kind, payload);
};

const ofStop = (payload: Payload): Partial<HookEvent> => ({
  continued: typeof payload.loop_count === 'number' && payload.loop_count > 0,
  ...(textOf(payload, 'status') === 'aborted' ? { interrupted: true } : {}),
});

const ofTool = (kind: HookKind, payload: Payload): Partial<HookEvent> => {
  const answer = flat(payload.tool_output);
  const facts = toolFacts(textOf(payload, 'tool_name'), payload.tool_input, answer);
  const code = exitCode(answer);
  const failed = kind === 'tool_fail' || (code !== null && code !== 0);
  return {
    ...facts,
    kind: failed ? 'tool_fail' : 'tool_ok',
    ...(failed ? { error: errorText(textOf(payload, 'error_message') ?? answer) } : {}),
    ...(isTrue(payload, 'is_interrupt') ? { interrupted: true } : {}),
  };
};
