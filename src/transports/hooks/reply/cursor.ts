import type { Reply } from '../word.ts';

export const cursorReply: Reply = (event, { as, text }) => {
  if (as === 'question') return event === 'stop' ? { followup_message: text } : null;
  if (event === 'beforeSubmitPrompt') return { continue: true, additional_context: text };
  if (event === 'sessionStart' || event === 'postToolUse' || event === 'postToolUseFailure') {
    return { additional_context: text };
  }
  return null;
};
