import { plainText } from './plain-text.ts';
import type { ReportContent, ReportTable } from './trial-report.ts';

/** Stored text must not become a heading, a link, a table's edge or HTML. */
const escaped = (text: string): string =>
  plainText(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>|#]/gu, '\\$&');

const table = ({ title, head, rows }: ReportTable): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [`### ${escaped(title)}`, '', line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line), ''];
};

/** A report that can be pasted into an issue or a decision record. */
export const reportMarkdown = ({ title, headline, meta, reasons, tables, notes }: ReportContent): string =>
  [
    `## ${escaped(title)}`,
    '',
    `**${escaped(headline)}**`,
    '',
    ...reasons.map((reason) => `- ${escaped(reason)}`),
    ...(reasons.length === 0 ? [] : ['']),
    escaped(meta),
    '',
    ...tables.flatMap(table),
    ...notes.map((note) => `- ${escaped(note)}`),
    '',
  ].join('\n');
