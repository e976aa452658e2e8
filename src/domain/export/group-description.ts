import type { LessonGroup } from './lesson-groups.ts';

/** Longest description that clients take, in characters. */
const LONGEST_DESCRIPTION = 1_024;

/** When to open it, for an agent that sees nothing else: as many situations as fit. */
export const groupDescription = ({ about, lessons }: LessonGroup): string => {
  const head = `What this team learned about ${about}: rules that people gave after corrections. Use it for tasks like these:`;
  const situations = lessons.map(({ when }) => when.replace(/[\s<>]+/gu, ' ').trim());
  let text = head;
  for (const [at, situation] of situations.entries()) {
    const next = `${text}${at === 0 ? ' ' : '; '}${situation}`;
    if (next.length > LONGEST_DESCRIPTION - 1) break;
    text = next;
  }
  return `${text === head ? `${head} work on ${about}` : text}.`;
};
