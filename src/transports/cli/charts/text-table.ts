import stringWidth from 'string-width';

export interface TextColumn {
  readonly title: string;
  readonly align?: 'right';
}

const pad = (cell: string, width: number, align: TextColumn['align']): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return align === 'right' ? space + cell : cell + space;
};

/** Columns as wide as their widest cell, two blanks apart, no lines: readable plain, in a pipe, and with colours. */
export const textTable = (columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join('\n');
};
