import { languageRules } from './languages.ts';
import type { Match } from './match-rules.ts';

/** Around a word for setting aside: where the other two words of the order stand. */
const AROUND = 70;
const SENTENCE_END = /[.!?;\n。！？；]/u;

/** The order to set instructions aside, and orders to act without a person, in languages other than English. */
export const matchLanguages = (text: string): Match[] =>
  languageRules().flatMap(({ drop, earlier, instruction, alone, negated }) => {
    const found: Match[] = [];
    for (const match of text.matchAll(drop)) {
      const { before, after } = surroundings(text, match.index, match[0].length);
      const around = `${before} ${after}`;
      if (!earlier.test(around) || !instruction.test(around) || negated?.test(before.slice(-14))) continue;
      found.push({ rule: 'earlier instructions are set aside', from: match.index, to: match.index + match[0].length });
      break;
    }
    for (const match of alone === null ? [] : text.matchAll(alone)) {
      const { before } = surroundings(text, match.index, match[0].length);
      if (negated?.test(before)) continue;
      found.push({
        rule: 'an agent is told to act without a human',
        from: match.index,
        to: match.index + match[0].length,
      });
      break;
    }
    return found;
  });

const surroundings = (text: string, at: number, length: number): { before: string; after: string } => {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(at + length, at + length + AROUND);
  const start = Math.max(...[...before.matchAll(new RegExp(SENTENCE_END, 'gu'))].map((match) => match.index + 1), 0);
  const end = after.search(SENTENCE_END);
  return { before: before.slice(start), after: end < 0 ? after : after.slice(0, end) };
};
