import type { SecretSpan } from './secret-shapes.ts';

/** A head of a table in Markdown, and the line under it. */
const HEAD = /(?:^|\n)(?<head>[^\n]{0,400}\|[^\n]{0,400})\n(?=[ \t]{0,4}\|?[ \t]{0,4}:?-{2,})/gu;
const SECRET_COLUMN =
  /^\W*(?:password|passwd|pwd|pass|secret|token|api[-_ ]?key|key|credential|passwort|kennwort)s?\W*$/iu;
const MOST_ROWS = 40;

/** Values below a column that is named for passwords or keys. `accept` says whether a cell may be one. */
export const findInTables = (text: string, accept: (value: string) => boolean): SecretSpan[] =>
  Array.from(text.matchAll(HEAD)).flatMap((match) => {
    const columns = cellsOf(match.groups?.head ?? '').flatMap(({ value }, index) =>
      SECRET_COLUMN.test(value) ? [index] : [],
    );
    return columns.length === 0 ? [] : inRows(text, match.index + match[0].length, columns, accept);
  });

const inRows = (
  text: string,
  start: number,
  columns: readonly number[],
  accept: (value: string) => boolean,
): SecretSpan[] => {
  const spans: SecretSpan[] = [];
  let at = start;
  for (const line of text.slice(start).split('\n', MOST_ROWS)) {
    if (!line.includes('|')) break;
    const cells = cellsOf(line);
    for (const column of columns) {
      const cell = cells[column];
      if (cell !== undefined && accept(cell.value)) {
        spans.push({ kind: 'password', from: at + cell.from, to: at + cell.from + cell.value.length });
      }
    }
    at += line.length + 1;
  }
  return spans;
};

/** The cells of a row, each without the blanks and quotation marks around it. */
const cellsOf = (line: string): { value: string; from: number }[] => {
  const cells: { value: string; from: number }[] = [];
  let from = 0;
  const parts = line.replace(/^\s{0,8}\|/u, (edge) => ' '.repeat(edge.length)).split('|');
  for (const part of parts) {
    const value = part.replace(/^[\s`"']+|[\s`"']+$/gu, '');
    cells.push({ value, from: from + Math.max(0, part.indexOf(value)) });
    from += part.length + 1;
  }
  return cells;
};
