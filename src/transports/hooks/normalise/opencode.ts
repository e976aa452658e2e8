import type { HookEvent } from '../../../domain/capture/hook-event.ts';
import { objectOf, type Payload, present, textOf } from '../payload-fields.ts';
import { errorText, toolFacts } from '../tool-facts.ts';

/** What the plugin's functions are given, as `{ input, output }` or `{ event }`, with the folder that it was started for. */
export const ofOpencode = (event: string, payload: Payload): HookEvent | null => {
  const folder = textOf(payload, 'directory');
  if (event === 'chat.message') return ofMessage(payload, folder);
  if (event === 'tool.execute.after') return ofTool(payload, folder);
  const properties = objectOf(objectOf(payload.event).properties);
  const info = objectOf(properties.info);
  const session = textOf(properties, 'sessionID') ?? textOf(info, 'id') ?? '';
  const base = { client: 'opencode', session } as const;
  if (event === 'session.created') {
    const where = folder ?? textOf(info, 'directory');
    return present<HookEvent>({ ...base, kind: 'session_start', source: 'startup', folder: where });
  }
  if (event === 'session.idle') return present<HookEvent>({ ...base, kind: 'stop', folder });
  if (event === 'session.deleted') return present<HookEvent>({ ...base, kind: 'session_end', folder });
  return null;
};

const ofMessage = (payload: Payload, folder: string | undefined): HookEvent => {
  const output = objectOf(payload.output);
  const message = objectOf(output.message);
  const parts = Array.isArray(output.parts) ? output.parts.map(objectOf) : [];
  const text = parts
    .filter((part) => part.type === 'text' && part.synthetic !== true)
    .map((part) => textOf(part, 'text') ?? '')
    .join('\n');
  return present<HookEvent>({
    client: 'opencode',
    kind: 'prompt',
    session: textOf(objectOf(payload.input), 'sessionID') ?? textOf(message, 'sessionID') ?? '',
    turn: textOf(message, 'id'),
    folder,
    model: textOf(objectOf(message.model), 'modelID'),
    // Its `run` command puts the prompt in quotes.
    text: /^"[\s\S]*"$/u.test(text) ? text.slice(1, -1) : text,
  });
};

const ofTool = (payload: Payload, folder: string | undefined): HookEvent => {
  const input = objectOf(payload.input);
  const output = objectOf(payload.output);
  const answer = textOf(output, 'output') ?? JSON.stringify(output);
  const { exit } = objectOf(output.metadata);
  const failed = typeof exit === 'number' && exit !== 0;
  return present<HookEvent>({
    client: 'opencode',
    kind: failed ? 'tool_fail' : 'tool_ok',
    session: textOf(input, 'sessionID') ?? '',
    turn: textOf(input, 'callID'),
    folder,
    ...toolFacts(textOf(input, 'tool'), input.args, answer),
    error: failed ? errorText(answer) : undefined,
  });
};
