import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSecretSearch } from '../../../src/adapters/guards/secrets.ts';

const RULES = join(import.meta.dirname, '../../../data/rules');

it('leaves nothing behind that grows with the number of searches', async () => {
  const search = await openSecretSearch(RULES);
  performance.clearMarks();
  for (let i = 0; i < 20; i += 1) await search.find(`the ${i}th text without any secret in it`);
  expect(performance.getEntriesByType('mark')).toEqual([]);
});
