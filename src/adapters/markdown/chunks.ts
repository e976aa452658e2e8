/** A stretch of a file that can be read by itself. */
export interface Chunk {
  /** Its first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** The parser's time grows faster than the text; files of teams are smaller than this, and are read in one piece. */
const ENOUGH = 50_000;

/** Cuts a long text before headings, never inside a fenced block. */
export const chunksOf = (lines: readonly string[]): Chunk[] => {
  const chunks: Chunk[] = [];
  let from = 0;
  let size = 0;
  let fence: string | null = null;
  lines.forEach((line, at) => {
    if (fence === null && size > ENOUGH && /^#{1,6}\s/u.test(line)) {
      chunks.push({ from: from + 1, lines: lines.slice(from, at) });
      from = at;
      size = 0;
    }
    size += line.length + 1;
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark === undefined) return;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
  });
  return [...chunks, { from: from + 1, lines: lines.slice(from) }];
};

/** Deeper nesting than any file has, and what makes the parser slow: only its depth is cut, and only for finding the structure. */
const DEEPEST_INDENT = /^([ \t]{60})[ \t]+/u;
const DEEPEST_QUOTE = /^((?:> ?){20})(?:> ?)+/u;

export const shapeOf = (line: string): string => line.replace(DEEPEST_INDENT, '$1').replace(DEEPEST_QUOTE, '$1');
