/** A Markdown table, columns padded so that it reads well as plain text too. Every column but the first is right-aligned. */
export const markdownTable = (titles: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = titles.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(titles), rule, ...rows.map(line)].join('\n');
};

/** A share in percent with one decimal; a dash where there is none. */
export const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));

/** A difference of shares in points, with its interval. */
export const points = ({
  value,
  low,
  high,
}: {
  value: number | null;
  low: number | null;
  high: number | null;
}): string =>
  value === null || low === null || high === null
    ? '–'
    : `${signed(value)} points (95 % interval ${signed(low)} to ${signed(high)})`;

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;
