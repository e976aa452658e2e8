import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/transports/cli/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u009b2Jgone', 'gone'],
    ['a\rb\bc\u0000d\u007f', 'abcd'],
    ['to \u202egnirts\u202c', 'to gnirts'],
    ['a\tb\nc', 'a\tb\nc'],
    ['über 日本 🎉', 'über 日本 🎉'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('leaves nothing that a terminal obeys, whatever it is given', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\u001b', '[', ']', ';', '\u009b', '\u0007', '\\', 'm', '3', '\r', 'x'),
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        expect(plainText(text).replace(/[\t\n]/gu, '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('changes nothing when there is nothing to remove', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}\p{P} \t\n]*$/u), (text) => {
        expect(plainText(text)).toBe(text);
      }),
    );
  });
});
