import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../../src/domain/import/read-bundle.ts';

const bundle = (...lessons: unknown[]): unknown => ({ format: 'hone-bundle', version: 1, project: 'app', lessons });

describe('readBundle', () => {
  it('takes the words and the proof, and neither state nor approval nor ids', () => {
    const { lessons, refused } = readBundle(
      bundle({
        lesson_id: 'les_x',
        when: 'a',
        rule: 'b',
        scope: { paths: ['src/**'], tools: [] },
        citations: [{ path: 'a.ts', line: 3 }],
        evidence: [{ kind: 'ci', ref: 'run 7' }],
        state: 'active',
        provenance: { source: 'human', author: 'x', approved_by: 'y', at: '2026-10-01T09:00:00Z' },
      }),
    );
    expect(refused).toEqual([]);
    expect(lessons).toEqual([
      {
        line: 1,
        when: 'a',
        rule: 'b',
        examples: [],
        scope: { paths: ['src/**'] },
        citations: [{ path: 'a.ts', line: 3 }],
        evidence: [{ kind: 'ci', ref: 'run 7' }],
        cuts: [],
      },
    ]);
  });

  it('refuses each entry that is no lesson, with its place and the reason', () => {
    const { lessons, refused } = readBundle(
      bundle(
        7,
        { when: 'a' },
        { when: 'a', rule: 3 },
        { when: 'a', rule: 'b', examples: 'c' },
        { when: 'a', rule: 'b' },
      ),
    );
    expect(lessons.map((lesson) => lesson.line)).toEqual([5]);
    expect(refused).toEqual([
      { line: 1, reason: 'It is no JSON object.' },
      { line: 2, reason: '`rule` is missing.' },
      { line: 3, reason: '`rule` is no text.' },
      { line: 4, reason: '`examples` is no list of texts.' },
    ]);
  });

  it('says what of an entry or of an archive it leaves out', () => {
    const { lessons, skipped } = readBundle({
      ...(bundle({ when: 'a', rule: 'b', mood: 'good', citations: Array(25).fill({ path: 'a.ts' }) }) as object),
      events: [{}],
    });
    expect(lessons[0]?.citations).toHaveLength(20);
    expect(lessons[0]?.cuts).toHaveLength(2);
    expect(skipped).toHaveLength(1);
  });

  it('refuses what is no bundle, or of another version', () => {
    for (const value of [null, [], { format: 'x' }, { format: 'hone-bundle', version: 1 }]) {
      expect(() => readBundle(value)).toThrow(/no bundle/u);
    }
    expect(() => readBundle({ format: 'hone-bundle', version: 2, lessons: [] })).toThrow(/version/u);
  });

  it('accounts for every entry, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ when: fc.string(), rule: fc.string() }))),
        (entries) => {
          const { lessons, refused } = readBundle(bundle(...entries));
          const lines = [...lessons, ...refused].map((one) => one.line).sort((a, b) => a - b);
          expect(lines).toEqual(entries.map((_, at) => at + 1));
        },
      ),
    );
  });
});
