import type { Reply } from '../word.ts';

/** Its schema is closed: one unknown key and the whole answer is refused. */
export const codexReply: Reply = (event, { as, text }) => {
  if (as === 'question') return event === 'Stop' ? { decision: 'block', reason: text } : null;
  if (event !== 'SessionStart' && event !== 'UserPromptSubmit') return null;
  return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
};
