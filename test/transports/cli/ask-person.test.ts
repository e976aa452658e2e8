import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askPerson } from '../../../src/transports/cli/ask-person.ts';

/** A terminal on which someone types `keys` as soon as the question stands there. */
const typing = (...keys: string[]) => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
    const key = shown.includes('?') ? keys.shift() : undefined;
    if (key !== undefined) setImmediate(() => input.write(key));
  });
  return { person: askPerson({ terminal: { input, output } }), shown: () => shown };
};

const CHOICES = [
  { key: 'a', value: 'accept', label: 'accept' },
  { key: 's', value: 'skip', label: 'skip' },
] as const;

describe('askPerson', () => {
  it('takes one key, without Enter', async () => {
    const { person, shown } = typing('s');
    expect(await person.key('What now?', CHOICES)).toBe('skip');
    expect(shown()).toMatch(/accept/u);
  });

  it('passes over keys that mean nothing here', async () => {
    expect(await typing('zQ5a').person.key('What now?', CHOICES)).toBe('accept');
  });

  it('asks again when there is no text', async () => {
    const { person, shown } = typing('\r', 'because\r');
    expect(await person.text('Why?', '')).toBe('because');
    expect(shown().match(/Why\?/gu)?.length).toBeGreaterThan(1);
  });

  it('takes Ctrl-C as leaving the question', async () => {
    expect(await typing('\u0003').person.key('What now?', CHOICES)).toBeNull();
    expect(await typing('\u0003').person.text('Why?', '')).toBeNull();
  });

  it('ends with the input', async () => {
    const input = new PassThrough();
    const asked = askPerson({ terminal: { input, output: new PassThrough() } }).key('What now?', CHOICES);
    input.end();
    expect(await asked).toBeNull();
  });

  it('takes text, and begins with what is there', async () => {
    expect(await typing('!\r').person.text('The rule?', 'Use pnpm')).toBe('Use pnpm!');
  });
});
