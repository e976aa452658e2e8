import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

const COUNTED = 'SELECT project_id, pool, length, documents FROM search_length ORDER BY 1, 2, 3';
const REAL = `SELECT project_id, pool, length, count(*) AS documents FROM search_doc WHERE pool IS NOT NULL
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const lesson = fc.integer({ min: 0, max: 3 }).map((one) => `les_${one}`);
const step = fc.record({ lesson, to: fc.constantFrom('active', 'disputed', 'retired', 'proposed', 'quarantined') });
const trigger = fc.record({ lesson, terms: fc.array(fc.constantFrom('lock', 'schema', 'x'), { maxLength: 4 }) });

it('documents are counted by length as they are, whatever happened to their lessons', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(step, trigger), { maxLength: 16 }), async (changes) => {
      const path = storePath();
      const store = await openTestStore(path);
      await addLessons(
        store,
        ...[0, 1, 2, 3].map((at) => newLesson(`les_${at}`, {}, { text: Array(at).fill('word') })),
      );
      const at = '2026-10-01T09:00:00.000Z';
      for (const change of changes) {
        await store.unitOfWork.write(async ({ lessons }) => {
          if ('terms' in change) {
            const made = { text: 'a task', at, source: 'verdict' } as const;
            const index = { terms: change.terms, vector: null, model: null };
            await lessons.addTrigger('app', change.lesson, made, index);
          } else {
            const from = (await lessons.find('app', change.lesson))?.state ?? null;
            const by = { version: 1, actor: 'ann', role: 'reviewer', reason: 'a test', at } as const;
            await lessons.move('app', { lesson_id: change.lesson, from, to: change.to, ...by } as never);
          }
        });
      }
      const file = new Database(path, { readonly: true });
      expect(file.prepare(COUNTED).all()).toEqual(file.prepare(REAL).all());
      file.close();
    }),
    { numRuns: 25 },
  );
});
