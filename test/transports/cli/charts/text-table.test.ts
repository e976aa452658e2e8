import { describe, expect, it } from 'vitest';
import { textTable } from '../../../../src/transports/cli/charts/text-table.ts';

describe('textTable', () => {
  it('aligns columns by what they look like, with no blanks at the end of a line', () => {
    const table = textTable(
      [{ title: 'name' }, { title: 'n', align: 'right' }, { title: 'note' }],
      [
        ['規則', '5', ''],
        ['longer', '100', 'x'],
      ],
    );
    expect(table.split('\n')).toEqual(['name      n  note', '規則      5', 'longer  100  x']);
  });
});
