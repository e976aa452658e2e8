import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../src/domain/import/field-labels.ts';

describe('readLabel', () => {
  it.each([
    ['Rule', 'rule', ''],
    ['WHEN', 'when', ''],
    ['The problem', 'situation', ''],
    ['Regel 2', 'rule', ''],
    ['Fehler → Korrektur', 'mistake', ''],
    ['Mistake 2 — caller missed', 'mistake', 'caller missed'],
    ['Fix (short term)', 'fix', ''],
  ])('%s', (label, field, detail) => {
    expect(readLabel(label)).toEqual({ field, detail });
  });

  it('knows no other words', () => {
    for (const label of ['Note', 'Rules of thumb', '', '2026']) expect(readLabel(label)).toBeNull();
  });
});
