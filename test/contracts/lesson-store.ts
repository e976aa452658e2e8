import { describe, expect, it } from 'vitest';
import {
  addLessons,
  along,
  MODEL,
  minute,
  newLesson,
  type OpenStore,
  sampleIndex,
  sampleLesson,
  sampleStep,
} from './samples.ts';

export const describeLessonStore = (name: string, open: OpenStore): void => {
  describe(`lesson store: ${name}`, () => {
    it('gives a lesson back as it was added', async () => {
      const store = await open();
      const whole = newLesson('les_a', {
        not_when: 'the table is new',
        why: 'a lock stopped the shop',
        examples: ['add a column to orders'],
        citations: [{ path: 'db/schema.sql', line: 3, end_line: 9, symbol: 'orders' }],
        scope: { paths: ['db/**'], languages: ['sql'], tools: ['psql'] },
        provenance: { source: 'agent', author: 'ann', approved_by: 'bob', at: minute(0) },
        critical: true,
        run_id: 'run_1',
        helped: 1.5,
        harmed: 0.5,
      });
      await addLessons(store, whole);
      expect(await store.stores.lessons.find('app', 'les_a')).toEqual(whole.lesson);
      expect(await store.stores.lessons.find('app', 'les_b')).toBeNull();
    });

    it('keeps absent fields absent', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const lesson = await store.stores.lessons.find('app', 'les_a');
      expect(Object.keys(lesson ?? {}).sort()).toEqual(Object.keys(sampleLesson('les_a')).sort());
      expect(lesson?.provenance).not.toHaveProperty('approved_by');
    });

    it('refuses a lesson that is there already, and keeps the first', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      await expect(addLessons(store, newLesson('les_a', { rule: 'Other.' }))).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect((await store.stores.lessons.find('app', 'les_a'))?.rule).toBe(sampleLesson('les_a').rule);
    });

    it('holds everything that is known of a lesson, oldest first', async () => {
      const store = await open();
      const first = { kind: 'correction' as const, ref: 'cor_1', text: 'it broke', by: 'ann', at: minute(0) };
      const link = { lesson_id: 'les_elsewhere', relation: 'similar' as const, similarity: 0.8 };
      await addLessons(store, newLesson('les_a', { state: 'proposed' }, {}, { evidence: [first], links: [link] }));
      const step = sampleStep('les_a', { from: 'proposed', to: 'active', actor: 'bob', at: minute(2) });
      const second = { kind: 'ci' as const, by: 'ci', at: minute(1) };
      const trigger = { text: 'rename a column', at: minute(3), source: 'person' as const };
      await store.unitOfWork.write(async ({ lessons }) => {
        await lessons.addEvidence('app', 'les_a', second);
        await lessons.move('app', step, 'bob');
        await lessons.addTrigger('app', 'les_a', trigger, { terms: ['renam'], vector: null });
      });
      const record = await store.stores.lessons.record('app', 'les_a');
      expect(record?.evidence).toEqual([first, second]);
      expect(record?.triggers).toEqual([trigger]);
      expect(record?.links).toEqual([link]);
      expect(record?.transitions).toEqual([sampleStep('les_a', { to: 'proposed' }), step]);
      expect(record?.versions).toMatchObject([
        { version: 1, rule: sampleLesson('les_a').rule, by: 'ann', at: minute(0) },
      ]);
      expect(record?.lesson).toEqual(await store.stores.lessons.find('app', 'les_a'));
      expect(await store.stores.lessons.record('app', 'les_b')).toBeNull();
    });

    it('moves a lesson, with who approved it, and only from the state that it is in', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', { state: 'proposed' }));
      const step = sampleStep('les_a', { from: 'proposed', to: 'active', at: minute(5) });
      await store.unitOfWork.write(({ lessons }) => lessons.move('app', step, 'bob'));
      const moved = await store.stores.lessons.find('app', 'les_a');
      expect(moved).toMatchObject({ state: 'active', updated_at: minute(5), confirmed_at: minute(5) });
      expect(moved?.provenance).toMatchObject({ author: 'ann', approved_by: 'bob', at: minute(0) });
      await expect(store.unitOfWork.write(({ lessons }) => lessons.move('app', step))).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect((await store.stores.lessons.record('app', 'les_a'))?.transitions).toHaveLength(2);
    });

    it('does not count a step without approval as a confirmation', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const step = sampleStep('les_a', { from: 'active', to: 'disputed', at: minute(5) });
      await store.unitOfWork.write(({ lessons }) => lessons.move('app', step));
      expect(await store.stores.lessons.find('app', 'les_a')).toMatchObject({
        state: 'disputed',
        confirmed_at: minute(0),
      });
    });

    it('revises a lesson into its next version and keeps the one before', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', { why: 'once' }));
      const { why: _, ...text } = sampleLesson('les_a');
      const next = { ...text, version: 2, rule: 'Copy first.', updated_at: minute(4), confirmed_at: minute(4) };
      await store.unitOfWork.write(({ lessons }) => lessons.revise(next, sampleIndex(), 'bob'));
      expect(await store.stores.lessons.find('app', 'les_a')).toEqual(next);
      const versions = (await store.stores.lessons.record('app', 'les_a'))?.versions;
      expect(versions?.map(({ version, rule, by, at }) => [version, rule, by, at])).toEqual([
        [1, sampleLesson('les_a').rule, 'ann', minute(0)],
        [2, 'Copy first.', 'bob', minute(4)],
      ]);
      const again = store.unitOfWork.write(({ lessons }) => lessons.revise(next, sampleIndex(), 'eve'));
      await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('leaves state, votes and approval alone when it revises', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', { state: 'proposed' }));
      await store.unitOfWork.write(async ({ lessons }) => {
        await lessons.move('app', sampleStep('les_a', { from: 'proposed', to: 'active' }), 'bob');
        await lessons.vote('app', 'les_a', { verdict: 'helpful', weight: 1, by: 'ann', at: minute(1) });
        await lessons.revise(sampleLesson('les_a', { state: 'proposed', version: 2 }), sampleIndex(), 'bob');
      });
      const lesson = await store.stores.lessons.find('app', 'les_a');
      expect(lesson).toMatchObject({ state: 'active', version: 2, helped: 1, provenance: { approved_by: 'bob' } });
    });

    it('counts one vote of a principal for a lesson on a day', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_b'));
      const vote = (
        lessonId: string,
        by: string,
        at: string,
        verdict: 'helpful' | 'harmful' | 'unused',
        weight: number,
      ) => store.unitOfWork.write(({ lessons }) => lessons.vote('app', lessonId, { verdict, weight, by, at }));
      expect(await vote('les_a', 'ann', '2026-10-01T00:00:00.000Z', 'helpful', 0.5)).toBe(true);
      expect(await vote('les_a', 'ann', '2026-10-01T23:59:59.999Z', 'harmful', 1)).toBe(false);
      expect(await vote('les_a', 'ann', '2026-10-02T00:00:00.000Z', 'harmful', 1)).toBe(true);
      expect(await vote('les_a', 'bob', '2026-10-01T00:00:00.000Z', 'helpful', 1)).toBe(true);
      expect(await vote('les_b', 'ann', '2026-10-01T00:00:00.000Z', 'unused', 1)).toBe(true);
      expect(await store.stores.lessons.find('app', 'les_a')).toMatchObject({ helped: 1.5, harmed: 1 });
      expect(await store.stores.lessons.find('app', 'les_b')).toMatchObject({ helped: 0, harmed: 0 });
    });

    it('discounts votes and searched triggers by the share of the text that changed', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_b'));
      await store.unitOfWork.write(async ({ lessons }) => {
        for (const id of ['les_a', 'les_b']) {
          await lessons.vote('app', id, { verdict: 'helpful', weight: 1, by: 'ann', at: minute(1), version: 1 });
          for (let number = 1; number <= 4; number += 1) {
            const trigger = { text: `task ${number}`, at: minute(number), source: 'verdict', version: 1 } as const;
            await lessons.addTrigger('app', id, trigger, { terms: [`t${number}`], vector: null });
          }
        }
        await lessons.revise(sampleLesson('les_a', { version: 2 }), sampleIndex(), 'bob', 1 / 3);
        await lessons.revise(sampleLesson('les_b', { version: 2 }), sampleIndex(), 'bob', 1);
      });
      const { lessons } = store.stores;
      expect(await lessons.find('app', 'les_a')).toMatchObject({ helped: 0.666667 });
      expect(await lessons.searchedTriggers('app', 'les_a')).toEqual([['t2'], ['t3'], ['t4']]);
      expect(await lessons.find('app', 'les_b')).toMatchObject({ helped: 0 });
      expect(await lessons.searchedTriggers('app', 'les_b')).toEqual([]);
      expect((await lessons.record('app', 'les_b'))?.triggers).toHaveLength(4);
      const vote = { verdict: 'helpful', weight: 1, by: 'ann', at: minute(1), version: 1 };
      expect(await lessons.votesOf('app', 'les_a')).toEqual([vote]);
    });

    it('keeps the last calibration of a project', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      expect(await store.stores.lessons.calibration('app')).toBeNull();
      const none = { fitted_at: minute(1), verdicts: 3, threshold: null, curve: null };
      const some = { fitted_at: minute(2), verdicts: 40, threshold: 0.3, curve: [{ score: 0.5, helps: 0.9 }] };
      for (const one of [none, some, none]) {
        await store.unitOfWork.write(({ lessons }) => lessons.setCalibration('app', one));
        expect(await store.stores.lessons.calibration('app')).toEqual(one);
      }
      expect(await store.stores.lessons.calibration('other')).toBeNull();
    });

    it('keeps every look at what a lesson cites, and tells the last', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      expect(await store.stores.lessons.lastCitationCheck('app', 'les_a')).toBeNull();
      for (const missing of [true, false]) {
        const check = { version: 1, missing, by: 'ann', at: minute(1) };
        await store.unitOfWork.write(({ lessons }) => lessons.addCitationCheck('app', 'les_a', check));
        expect(await store.stores.lessons.lastCitationCheck('app', 'les_a')).toEqual(check);
      }
      expect(await store.stores.lessons.lastCitationCheck('other', 'les_a')).toBeNull();
    });

    it('restates what follows from the events', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const learned = { state: 'retired', helped: 2, harmed: 1, confirmed_at: minute(7) } as const;
      await store.unitOfWork.write(({ lessons }) => lessons.restate('app', 'les_a', learned));
      expect(await store.stores.lessons.find('app', 'les_a')).toMatchObject(learned);
      expect((await store.stores.search.corpus('app', 'served')).documents).toBe(0);
      const other = store.unitOfWork.write(({ lessons }) => lessons.restate('other', 'les_a', learned));
      await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('confirms a lesson when a trigger is added, and never backwards', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const add = (at: string) =>
        store.unitOfWork.write(({ lessons }) =>
          lessons.addTrigger('app', 'les_a', { text: at, at, source: 'verdict' }, { terms: [], vector: null }),
        );
      await add(minute(9));
      await add(minute(3));
      expect((await store.stores.lessons.find('app', 'les_a'))?.confirmed_at).toBe(minute(9));
    });

    it('keeps every trigger, though only the newest are searched', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      await store.unitOfWork.write(async ({ lessons }) => {
        for (let number = 1; number <= 12; number += 1) {
          const trigger = { text: `task ${number}`, at: minute(number), source: 'verdict' as const };
          await lessons.addTrigger('app', 'les_a', trigger, { terms: [`t${number}`], vector: null });
        }
      });
      const record = await store.stores.lessons.record('app', 'les_a');
      expect(record?.triggers.map(({ text }) => text)).toEqual(
        Array.from({ length: 12 }, (_, index) => `task ${index + 1}`),
      );
    });

    it('marks a lesson critical and back', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      await store.unitOfWork.write(({ lessons }) => lessons.setCritical('app', 'les_a', true));
      expect((await store.stores.lessons.find('app', 'les_a'))?.critical).toBe(true);
      await store.unitOfWork.write(({ lessons }) => lessons.setCritical('app', 'les_a', false));
      expect((await store.stores.lessons.find('app', 'les_a'))?.critical).toBe(false);
    });

    it('keeps one link of a kind between two lessons, with its last similarity', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const link = (similarity: number) =>
        store.unitOfWork.write(({ lessons }) =>
          lessons.link('app', 'les_a', [{ lesson_id: 'les_b', relation: 'conflict', similarity }]),
        );
      await link(0.5);
      await link(0.7);
      expect((await store.stores.lessons.record('app', 'les_a'))?.links).toEqual([
        { lesson_id: 'les_b', relation: 'conflict', similarity: 0.7 },
      ]);
    });

    it('lists oldest first, by state and by text without case, with the whole number', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_c', { created_at: minute(2), rule: 'Straße sperren 100%' }),
        newLesson('les_a', { created_at: minute(1), state: 'retired', examples: ['ÜBERGABE planen'] }),
        newLesson('les_b', { created_at: minute(1), why: "it's a_b" }),
      );
      const list = async (filter: Parameters<typeof store.stores.lessons.list>[1]) => {
        const { items, total } = await store.stores.lessons.list('app', filter);
        return [...items.map(({ lesson_id }) => lesson_id), total];
      };
      expect(await list({})).toEqual(['les_a', 'les_b', 'les_c', 3]);
      expect(await list({ states: ['active'] })).toEqual(['les_b', 'les_c', 2]);
      expect(await list({ states: [] })).toEqual([0]);
      expect(await list({ limit: 1, offset: 1 })).toEqual(['les_b', 3]);
      expect(await list({ contains: 'übergabe' })).toEqual(['les_a', 1]);
      expect(await list({ contains: 'STRASSE' })).toEqual([0]);
      expect(await list({ contains: '100%' })).toEqual(['les_c', 1]);
      expect(await list({ contains: '%' })).toEqual(['les_c', 1]);
      expect(await list({ contains: "'s A_B" })).toEqual(['les_b', 1]);
    });

    it('names lessons whose vectors are missing or of another model', async () => {
      const store = await open();
      const withVector = (model: string) => ({ vectors: [{ kind: 'text' as const, vector: along(1) }], model });
      await addLessons(
        store,
        newLesson('les_done', { created_at: minute(1) }, withVector(MODEL)),
        newLesson('les_old', { created_at: minute(2) }, withVector('model-b/q8/1')),
        newLesson('les_none', { created_at: minute(3), state: 'proposed' }),
        newLesson('les_retired', { created_at: minute(4), state: 'retired' }),
        newLesson('les_trigger', { created_at: minute(5) }, withVector(MODEL)),
      );
      const trigger = { text: 'said while the model was off', at: minute(6), source: 'verdict' as const };
      await store.unitOfWork.write(({ lessons }) =>
        lessons.addTrigger('app', 'les_trigger', trigger, { terms: ['said'], vector: null }),
      );
      const missing = async (limit: number) =>
        (await store.stores.lessons.withoutVectors('app', MODEL, limit)).map(({ lesson_id }) => lesson_id);
      expect(await missing(10)).toEqual(['les_old', 'les_none', 'les_trigger']);
      expect(await missing(1)).toEqual(['les_old']);
      const index = sampleIndex(withVector(MODEL));
      const replace = (id: string, version: number) =>
        store.unitOfWork.write(({ lessons }) =>
          lessons.replaceIndex(
            'app',
            id,
            version,
            index,
            id === 'les_trigger' ? [{ terms: ['said'], vector: along(2) }] : [],
          ),
        );
      expect(await replace('les_none', 2)).toBe(false);
      for (const id of ['les_old', 'les_none', 'les_trigger']) expect(await replace(id, 1)).toBe(true);
      expect(await missing(10)).toEqual([]);
    });
  });
};
