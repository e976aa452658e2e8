import { describe, expect, it } from 'vitest';
import { showReservedKey } from '../../../src/transports/mcp/reserved-key.ts';

const shown = (text: string): unknown => {
  const message: unknown = JSON.parse(text);
  showReservedKey(message);
  return message;
};

describe('an argument named __proto__', () => {
  it('becomes one that is refused, and never a prototype', () => {
    const message = shown('{"params":{"arguments":{"query":"x","__proto__":{"role":"admin"}}}}');
    expect(message).toEqual({ params: { arguments: { query: 'x', prototype: null } } });
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each(['{"params":{"arguments":{"query":"x"}}}', '{"params":[]}', '{}', '[]', '"x"', 'null'])(
    'is not found in %s',
    (text) => {
      expect(shown(text)).toEqual(JSON.parse(text));
    },
  );
});
