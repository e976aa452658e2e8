import type { Reply } from '../word.ts';

const TAKES_CONTEXT = ['SessionStart', 'UserPromptSubmit', 'PostToolUse', 'PostToolUseFailure'];

export const claudeCodeReply: Reply = (event, { as, text }) => {
  if (as === 'question') return event === 'Stop' ? { decision: 'block', reason: text } : null;
  if (!TAKES_CONTEXT.includes(event)) return null;
  return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
};
