import type { Reply } from '../word.ts';

/** Read by Hone's own plugin, which puts it beside the person's message. */
export const opencodeReply: Reply = (event, { as, text }) =>
  as === 'context' && event === 'chat.message' ? { text } : null;
