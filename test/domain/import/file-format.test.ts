import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import { detectFormat } from '../../../src/domain/import/file-format.ts';

describe('detectFormat', () => {
  it('knows a bundle, events and Markdown by how they begin', () => {
    expect(detectFormat('\uFEFF{"format":"hone-bundle","version":1,"lessons":[]}')).toBe('bundle');
    expect(detectFormat('{\n  "format": "hone-bundle"\n}')).toBe('bundle');
    expect(detectFormat('\n{"type":"run","run":"r1"}\n{"type":')).toBe('events');
    expect(detectFormat('# Lessons\n')).toBe('markdown');
    expect(detectFormat('[docs](x.md) first')).toBe('markdown');
    expect(detectFormat('')).toBe('markdown');
  });

  it('refuses JSON of another kind, broken JSON and what is no text', () => {
    for (const text of ['{"lessons":[]}', '[1,2]', '{"format":', 'PK\u0003\u0004\0\0']) {
      expect(() => detectFormat(text)).toThrow(HoneError);
    }
  });

  it('answers or refuses whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          expect(['bundle', 'events', 'markdown']).toContain(detectFormat(text));
        } catch (error) {
          expect(error).toBeInstanceOf(HoneError);
        }
      }),
    );
  });
});
