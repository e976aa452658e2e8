import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLine } from '../../../src/transports/cli/json-line.ts';

describe('jsonLine', () => {
  it('escapes what a terminal would obey', () => {
    expect(jsonLine({ a: '\u001b[31m\u009b2J\u202e\u{e0041}é' })).toBe(
      '{"a":"\\u001b[31m\\u009b2J\\u202e\\udb40\\udc41é"}',
    );
  });

  it('is the same value to a program, on one line, without a control character', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
