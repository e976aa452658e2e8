import { describe, expect, it } from 'vitest';
import { ID_MAX_LENGTH, ID_PREFIXES, type IdKind } from '../../src/domain/ids.ts';
import type { Ids } from '../../src/ports/ids.ts';

export const describeIds = (name: string, make: () => Ids): void => {
  describe(`ids: ${name}`, () => {
    it.each(Object.keys(ID_PREFIXES) as IdKind[])('say that they name a %s', (kind) => {
      const id = make().next(kind);
      expect(id.startsWith(ID_PREFIXES[kind])).toBe(true);
      expect(id).toMatch(/^[a-z]+_[0-9a-z]{20,}$/u);
      expect(id.length).toBeLessThanOrEqual(ID_MAX_LENGTH);
    });

    it('differ, within one source and between two', () => {
      const sources = [make(), make()];
      const made = Array.from({ length: 5_000 }, (_, index) => sources[index % 2]?.next('lesson'));
      expect(new Set(made).size).toBe(5_000);
    });

    it('sort in the order in which they were made', () => {
      const ids = make();
      const made = Array.from({ length: 5_000 }, () => ids.next('run'));
      expect([...made].sort()).toEqual(made);
    });
  });
};
