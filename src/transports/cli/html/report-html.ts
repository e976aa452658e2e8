import { escapeHtml } from '../../charts/escape-html.ts';
import type { ReportContent, ReportTable } from '../trial-report.ts';
import { htmlTable } from './html-table.ts';
import { REPORT_STYLE } from './report-style.ts';

const table = ({ title, head, rows }: ReportTable): string => `<section>${htmlTable(title, head, rows)}</section>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

/** A report as one page that stands alone: no script, no other file, nothing to load. */
export const reportHtml = ({ title, headline, meta, reasons, tables, notes }: ReportContent): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${REPORT_STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1><p><strong>${escapeHtml(headline)}</strong></p>`,
    list(reasons),
    `<p class="meta">${escapeHtml(meta)}</p>`,
    tables.map(table).join(''),
    list(notes),
    '</main></body></html>',
    '',
  ].join('\n');
