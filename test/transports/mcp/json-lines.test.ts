import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonLines } from '../../../src/transports/mcp/json-lines.ts';

const read = async (chunks: readonly (string | Buffer)[]): Promise<{ lines: string[]; bad: number }> => {
  let bad = 0;
  const gate = new JsonLines(() => {
    bad += 1;
  });
  let text = '';
  gate.on('data', (chunk) => {
    text += String(chunk);
  });
  for (const chunk of chunks) gate.write(chunk);
  await new Promise((resolve) => gate.end(resolve));
  return { lines: text.split('\n').filter((line) => line !== ''), bad };
};

describe('JsonLines', () => {
  it('lets lines of JSON through and counts the others', async () => {
    const text = 'no JSON\n{"a":1}\r\n\n{"b":2}\u0000\u0000\n{"c":';
    expect(await read([text, '3}'])).toEqual({ lines: ['{"a":1}', '{"c":3}'], bad: 2 });
  });

  it('keeps nothing of a line that is too long, and reads the next one', async () => {
    const part = 'x'.repeat(1_000_000);
    expect(await read([...Array<string>(20).fill(part), '\n{"a":1}\n'])).toEqual({ lines: ['{"a":1}'], bad: 1 });
  });

  it('does not care where a text is cut, inside a letter or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json(), { maxLength: 5 }), fc.integer({ min: 1, max: 7 }), async (values, size) => {
        const lines = values.map((value) => JSON.stringify(JSON.parse(value)));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect(await read(chunks)).toEqual({ lines, bad: 0 });
      }),
    );
  });
});
