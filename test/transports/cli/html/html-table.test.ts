import { expect, it } from 'vitest';
import { htmlTable } from '../../../../src/transports/cli/html/html-table.ts';

it('names its rows and columns, and lets no cell become an element', () => {
  const table = htmlTable('All <of> it', ['A', 'B'], [['<i>', '1']]);
  expect(table).toContain('<caption>All &lt;of&gt; it</caption>');
  expect(table).toContain('<th scope="col">A</th><th scope="col">B</th>');
  expect(table).toContain('<tr><th scope="row">&lt;i&gt;</th><td>1</td></tr>');
});
