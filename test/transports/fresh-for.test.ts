import { expect, it } from 'vitest';
import { freshFor } from '../../src/transports/fresh-for.ts';

it('does the work once for all who ask meanwhile, for each key, and again after a failure', async () => {
  const calls: string[] = [];
  let broken = false;
  const get = freshFor(60_000, async (key) => {
    calls.push(key);
    if (broken) throw new Error('broken');
    return calls.length;
  });
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual([1, 1, 2]);
  expect(await get('a')).toBe(1);
  broken = true;
  await expect(get('c')).rejects.toThrow('broken');
  broken = false;
  expect(await get('c')).toBe(4);
  const always = freshFor(0, async () => calls.push('d'));
  expect(await always('')).toBeLessThan(await always(''));
});
