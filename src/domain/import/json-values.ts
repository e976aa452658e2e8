/**
 * The JSON values of a text that holds one after the other, with or without blanks between them: JSON lines, or the pages that
 * `gh api --paginate` writes. Null when a part is no JSON.
 */
export const readJsonValues = (text: string): unknown[] | null => {
  const values: unknown[] = [];
  for (const piece of piecesOf(text)) {
    try {
      values.push(JSON.parse(piece));
    } catch {
      return null;
    }
  }
  return values;
};

/** Cuts behind each bracket that closes the outermost one; brackets inside strings count for nothing. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = [];
  const marks = /"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gsu;
  let depth = 0;
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    if (mark[0] === '[' || mark[0] === '{') depth += 1;
    if (mark[0] !== ']' && mark[0] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    const end = mark.index + 1;
    pieces.push(text.slice(from, end));
    from = end;
    depth = 0;
  }
  const rest = text.slice(from);
  return rest.trim() === '' ? pieces : [...pieces, rest];
};
