import { expect, it } from 'vitest';
import { addLessons, minute, newLesson } from '../../contracts/samples.ts';
import { openTestStore } from '../../support/open-test-store.ts';

it('lists what these rules have not seen, or found something in, of one project, and how many there are', async () => {
  const store = await openTestStore();
  const { scans } = store.stores;
  await addLessons(store, newLesson('les_a'), newLesson('les_b'), newLesson('les_c', { project: 'web' }));
  expect(await scans.due('app', 'r1', 1)).toEqual({ items: ['les_a'], total: 2 });
  const note = (id: string, rules: string, found: readonly string[]) =>
    store.unitOfWork.write((stores) => stores.scans.note('app', id, { rules, found, at: minute(1) }));
  await note('les_a', 'r1', []);
  await note('les_b', 'r1', ['a token']);
  expect(await scans.due('app', 'r1', 9)).toEqual({ items: ['les_b'], total: 1 });
  await note('les_b', 'r1', []);
  expect(await scans.due('app', 'r1', 9)).toEqual({ items: [], total: 0 });
  expect(await scans.due('app', 'r2', 9)).toEqual({ items: ['les_a', 'les_b'], total: 2 });
  expect((await store.audit.verify([])).ok).toBe(true);
});
