import type { Dialect } from './claude-like.ts';

/** Names in PascalCase come with snake_case payloads, those in camelCase with camelCase ones. */
export const copilotCli: Dialect = {
  client: 'copilot-cli',
  kinds: {
    SessionStart: 'session_start',
    sessionStart: 'session_start',
    UserPromptSubmit: 'prompt',
    userPromptSubmitted: 'prompt',
    PostToolUse: 'tool_ok',
    postToolUse: 'tool_ok',
    Stop: 'stop',
    agentStop: 'stop',
    SessionEnd: 'session_end',
    sessionEnd: 'session_end',
  },
  answer: ['tool_result', 'toolResult'],
  failsInWords: false,
};
