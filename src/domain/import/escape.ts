import { readLabelled } from './read-labelled.ts';

/** A line that Markdown or the reading of fields would take for structure. */
const STRUCTURE = /^\s*(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$|<!--|```|~~~|(?:[*_-]\s*){3,}$)/u;
const INSIDE = /(?<=\s)(\\*)(?=\*\*[^*:]{2,40}:\*\*)/gu;

const isStructure = (line: string): boolean => STRUCTURE.test(line) || readLabelled(line) !== null;

const bare = (line: string): string => line.replace(/^(\s*)\\+/u, '$1');

/** Keeps a line of text from being read as a heading, a rule, a fence or a field. Undone by `unescapeLine`. */
export const escapeLine = (line: string): string =>
  (isStructure(bare(line)) ? line.replace(/^(\s*)/u, '$1\\') : line).replace(INSIDE, '$1\\');

export const unescapeLine = (line: string): string =>
  (isStructure(bare(line)) ? line.replace(/^(\s*)\\/u, '$1') : line).replace(INSIDE, (slashes) => slashes.slice(1));
