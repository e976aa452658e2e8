import type { Reply } from '../word.ts';

const TAKES_CONTEXT = ['SessionStart', 'BeforeAgent', 'AfterTool'];

export const geminiReply: Reply = (event, { as, text }) => {
  if (as === 'question') return event === 'AfterAgent' ? { decision: 'deny', reason: text } : null;
  if (!TAKES_CONTEXT.includes(event)) return null;
  return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
};
