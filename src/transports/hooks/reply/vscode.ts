import type { Reply } from '../word.ts';

/** It takes no words at a prompt: what was found for it waits for the next tool call. */
export const vscodeReply: Reply = (event, { as, text }) => {
  if (as === 'question') {
    return event === 'Stop' ? { hookSpecificOutput: { hookEventName: event, decision: 'block', reason: text } } : null;
  }
  if (event !== 'SessionStart' && event !== 'PostToolUse') return null;
  return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
};
