import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonValues } from '../../../src/domain/import/json-values.ts';

describe('readJsonValues', () => {
  it('reads pages that stand one behind the other, and JSON lines', () => {
    expect(readJsonValues('[1,2][3]')).toEqual([[1, 2], [3]]);
    expect(readJsonValues('{"a":"]}"}\n{"b":"\\""}\n')).toEqual([{ a: ']}' }, { b: '"' }]);
    expect(readJsonValues('  ')).toEqual([]);
  });

  it.each(['[1,2', '[1] x', '{"a":}', ']', '"open'])('says that %s is none', (text) => {
    expect(readJsonValues(text)).toBeNull();
  });

  it('gives back any lists and objects, whatever blanks are between them', () => {
    const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(value), fc.constantFrom('', '\n', ' \r\n '), (values, blanks) => {
        const whole = values.map((one) => JSON.stringify(one));
        expect(readJsonValues(whole.join(blanks))).toEqual(whole.map((one) => JSON.parse(one)));
      }),
    );
  });
});
