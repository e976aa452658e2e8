import type { Reply } from '../word.ts';

const TAKES_CONTEXT = ['SessionStart', 'sessionStart', 'UserPromptSubmit', 'PostToolUse', 'postToolUse'];

/** Everything at the top level; the camelCase prompt event takes no words. */
export const copilotCliReply: Reply = (event, { as, text }) => {
  if (as === 'question') return event === 'Stop' || event === 'agentStop' ? { decision: 'block', reason: text } : null;
  return TAKES_CONTEXT.includes(event) ? { additionalContext: text } : null;
};
