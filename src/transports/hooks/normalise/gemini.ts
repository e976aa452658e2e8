import type { HookEvent } from '../../../domain/capture/hook-event.ts';
import type { Payload } from '../payload-fields.ts';
import { claudeLike, type Dialect } from './claude-like.ts';

const gemini: Dialect = {
  client: 'gemini',
  kinds: {
    SessionStart: 'session_start',
    BeforeAgent: 'prompt',
    AfterTool: 'tool_ok',
    AfterAgent: 'stop',
    SessionEnd: 'session_end',
  },
  answer: ['tool_response'],
  failsInWords: false,
};

/** What our own hook put in comes back before the person's words: it is not theirs. */
const OWN_CONTEXT = /<hook_context>[\s\S]*?<\/hook_context>\s*/gu;

export const ofGemini = (event: string, payload: Payload): HookEvent | null => {
  const found = claudeLike(gemini, event, payload);
  return found?.kind === 'prompt' && found.text !== undefined
    ? { ...found, text: found.text.replace(OWN_CONTEXT, '') }
    : found;
};
