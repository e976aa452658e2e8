import { expect, it } from 'vitest';
import { reportHtml } from '../../../src/transports/cli/html/report-html.ts';
import { reportMarkdown } from '../../../src/transports/cli/report-markdown.ts';

it('stored text becomes neither markup nor the edge of a table', () => {
  const hostile = '# <img src=x onerror=1> | [x](javascript:1) `y`\n# z';
  const content = {
    title: hostile,
    headline: hostile,
    meta: hostile,
    reasons: [hostile],
    tables: [{ title: hostile, head: ['a', 'b'], rows: [[hostile, hostile]] }],
    notes: [hostile],
  };
  const markdown = reportMarkdown(content);
  expect(markdown.split('\n').filter((line) => /^#+ /u.test(line))).toHaveLength(2);
  expect(markdown).not.toMatch(/(?<!\\)<img|(?<!\\)\[x|\| \\# \\<img[^\n]*[^\\]\| \[/u);
  const row = markdown.split('\n').find((line) => line.startsWith('| \\#')) ?? '';
  expect(row.match(/(?<!\\)\|/gu)).toHaveLength(3);
  expect(reportHtml(content)).not.toContain('<img');
});
