import type { Dialect } from './claude-like.ts';

export const claudeCode: Dialect = {
  client: 'claude-code',
  kinds: {
    SessionStart: 'session_start',
    UserPromptSubmit: 'prompt',
    PostToolUse: 'tool_ok',
    PostToolUseFailure: 'tool_fail',
    PermissionDenied: 'denied',
    Stop: 'stop',
    SessionEnd: 'session_end',
  },
  answer: ['tool_response'],
  failsInWords: false,
};
