import type { Dialect } from './claude-like.ts';

/** Codex gives a command's output alone, without its exit code. */
export const codex: Dialect = {
  client: 'codex',
  kinds: {
    SessionStart: 'session_start',
    UserPromptSubmit: 'prompt',
    PostToolUse: 'tool_ok',
    Stop: 'stop',
    SessionEnd: 'session_end',
  },
  answer: ['tool_response'],
  failsInWords: true,
};
