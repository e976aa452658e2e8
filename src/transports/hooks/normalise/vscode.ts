import type { Dialect } from './claude-like.ts';

export const vscode: Dialect = {
  client: 'vscode',
  kinds: {
    SessionStart: 'session_start',
    UserPromptSubmit: 'prompt',
    PostToolUse: 'tool_ok',
    Stop: 'stop',
  },
  answer: ['tool_response', 'toolResponse'],
  failsInWords: true,
};
