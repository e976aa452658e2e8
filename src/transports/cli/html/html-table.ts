import { escapeHtml } from '../../charts/escape-html.ts';

/** A table whose first column names its rows. */
export const htmlTable = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cells = (row: readonly string[]): string =>
    row.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return [
    `<div class="scroll" tabindex="0"><table><caption>${escapeHtml(caption)}</caption><thead><tr>`,
    head.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join(''),
    '</tr></thead><tbody>',
    rows.map((row) => `<tr>${cells(row.map(escapeHtml))}</tr>`).join(''),
    '</tbody></table></div>',
  ].join('');
};
