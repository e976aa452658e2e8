import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerm } from '../../../src/adapters/sqlite/search-term.ts';

describe('a term in the index', () => {
  it('begins with its project and pool, and is itself where it can be', () => {
    expect(searchTerm(7, 'served', 'schema')).toBe('7saschema');
    expect(searchTerm(7, 'waiting', 'schema')).toBe('7waschema');
    expect(searchTerm(7, 'served', 'é')).toBe('7shc3a9');
  });

  it('is one token of letters and digits, whatever it holds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary' }), (part, term) => {
        expect(searchTerm(part, 'served', term)).toMatch(/^[0-9]+s[ah][a-z0-9]*$/u);
      }),
    );
  });

  it('differs where project, pool or term differ', () => {
    const place = fc.record({
      part: fc.integer({ min: 1, max: 120 }),
      pool: fc.constantFrom('served' as const, 'waiting' as const),
      term: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'h61', '61', 'A', '1sa', '')),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const same = a.part === b.part && a.pool === b.pool && a.term === b.term;
        expect(searchTerm(a.part, a.pool, a.term) === searchTerm(b.part, b.pool, b.term)).toBe(same);
      }),
    );
  });
});
