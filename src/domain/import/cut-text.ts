/** Where a text may be cut, best first. */
const BOUNDARIES = [/\n\n/gu, /\n/gu, /(?<=[.!?])\s/gu, /\s/gu];
/** A cut before this share of the limit would lose more than it tidies. */
const LEAST = 0.4;

/**
 * Splits a text that is longer than `limit` characters at the last paragraph, line, sentence or word that fits; never inside
 * a fenced block that begins within the first part, unless that block fills it.
 */
export const cutText = (text: string, limit: number): { head: string; rest: string } => {
  if (text.length <= limit) return { head: text, rest: '' };
  const window = text.slice(0, limit);
  const fence = openFence(window);
  const usable = fence > limit * LEAST ? window.slice(0, fence) : window;
  const at = BOUNDARIES.map((boundary) => lastMatch(usable, boundary)).find((end) => end >= limit * LEAST);
  const end = at ?? wholeCharacters(usable);
  return { head: text.slice(0, end).trimEnd(), rest: text.slice(end).trim() };
};

const lastMatch = (text: string, boundary: RegExp): number => {
  let end = -1;
  for (const match of text.matchAll(boundary)) end = match.index;
  return end;
};

/** Start of a fenced block that is not closed, -1 without one. */
const openFence = (text: string): number => {
  const fences = [...text.matchAll(/^ {0,3}```/gmu)];
  return fences.length % 2 === 0 ? -1 : (fences.at(-1)?.index ?? -1);
};

/** Never between the two halves of one character. */
const wholeCharacters = (text: string): number => (/[\uD800-\uDBFF]$/u.test(text) ? text.length - 1 : text.length);

/** The pieces of a text, each at most `limit` characters. */
export const piecesOf = (text: string, limit: number): string[] => {
  const pieces: string[] = [];
  for (let left = text; left !== ''; ) {
    const { head, rest } = cutText(left, limit);
    pieces.push(head);
    left = rest;
  }
  return pieces;
};
