import { languageRules } from './languages.ts';
import type { Match } from './match-rules.ts';

/** Around a word for setting aside: where the other two words of the order stand. */
const AROUND = 70;
const EARLIER = 'earlier instructions are set aside';
const SENTENCE_END = /[.!?;\n。！？；]/u;

/** The order to set instructions aside, and orders to act without a person, in languages other than English. */
export const matchLanguages = (text: string): Match[] => [...inOneLanguage(text), ...inSeveral(text)];

/** The words of an order in the order in which English has them, each in whatever language: one of them is not English. */
const MIXED =
  /\b(?:ignor(?:e|iere?|ez|a|ar|er)|disregard|forget|vergiss|oublie[sz]?|olvida|esquece|dimentica|negeer|zapomnij)\b(?: [\p{L}']{1,12}){0,2} (?:all|every|previous|prior|earlier|alle|todas?|todos|tous|toutes|tutte|vorherigen?|bisherigen?|precedent[eis]{0,2}|anteriores?|previous|previas)(?: [\p{L}']{1,14}){0,3} (?:instructions?|rules|prompts?|directives?|anweisungen|regeln|instrucciones|reglas|consignes|regles|istruzioni|regole|instrucoes|regras|instructies)\b/gu;
const ENGLISH =
  /^(?:ignore|disregard|forget)\b[a-z' ]{0,40}\b(?:all|every|previous|prior|earlier)\b[a-z' ]{0,40}\b(?:instructions?|rules|prompts?|directives?)$/u;
const NOT = /(?:never|not|don't|nie|nicht|jamais|nunca|kein\p{L}{0,2})\s[^.!?\n]{0,20}$/u;

const inSeveral = (text: string): Match[] =>
  Array.from(text.matchAll(MIXED)).flatMap((match) =>
    ENGLISH.test(match[0]) || NOT.test(text.slice(Math.max(0, match.index - 30), match.index))
      ? []
      : [{ rule: EARLIER, from: match.index, to: match.index + match[0].length }],
  );

const inOneLanguage = (text: string): Match[] =>
  languageRules().flatMap(({ drop, earlier, instruction, alone, negated }) => {
    const found: Match[] = [];
    for (const match of text.matchAll(drop)) {
      const { before, after } = surroundings(text, match.index, match[0].length);
      const around = `${before}${match[0]}${after}`;
      if (!earlier.test(around) || !instruction.test(around) || negated?.test(before.slice(-14))) continue;
      found.push({ rule: EARLIER, from: match.index, to: match.index + match[0].length });
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
