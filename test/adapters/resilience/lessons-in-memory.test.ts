import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dropRevoked, followRevocations, LessonsInMemory } from '../../../src/adapters/resilience/lessons-in-memory.ts';
import type { RecalledLesson } from '../../../src/domain/recall.ts';
import { addLessons, minute, newLesson, sampleStep } from '../../contracts/samples.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const lesson = (lesson_id: string): RecalledLesson => ({
  lesson_id,
  when: 'changing the schema',
  rule: 'Write a migration.',
  state: 'active',
  confidence: null,
  helped: 0,
  harmed: 0,
  provenance: { source: 'human', author: 'ann', at: minute(0) },
});
const ids = (memory: LessonsInMemory, project = 'app') => memory.of(project).map((one) => one.lesson_id);

describe('lessons kept for bad times', () => {
  it('are the newest of each project, and of no other', () => {
    const memory = new LessonsInMemory();
    memory.keep('app', [lesson('a'), lesson('b')]);
    memory.keep('app', [lesson('a')]);
    expect(ids(memory)).toEqual(['a', 'b']);
    expect(ids(memory, 'other')).toEqual([]);
    memory.drop('app', 'a');
    expect(ids(memory)).toEqual(['b']);
  });

  it('are few', () => {
    const memory = new LessonsInMemory();
    for (let n = 0; n < 60; n += 1) memory.keep('app', [lesson(`l${n}`)]);
    expect(ids(memory)).toHaveLength(50);
    for (let n = 0; n < 25; n += 1) memory.keep(`p${n}`, [lesson('x')]);
    expect(ids(memory)).toEqual([]);
  });

  it('go when another process revokes them, while the store can be read', async () => {
    const store = await openTestStore();
    await addLessons(store, newLesson('les_a'), newLesson('les_b'));
    const memory = new LessonsInMemory();
    memory.keep('app', [lesson('les_a'), lesson('les_b'), lesson('les_unknown')]);
    const following = followRevocations(memory, store.stores, store.version);
    await store.unitOfWork.write((stores) =>
      stores.lessons.move(
        'app',
        sampleStep('les_a', { from: 'active', to: 'quarantined', reason: 'r', at: minute(1) }),
      ),
    );
    while (ids(memory).length > 1) await sleep(20);
    following.stop();
    expect(ids(memory)).toEqual(['les_b']);
  });

  it('stay when the store cannot be read', async () => {
    const memory = new LessonsInMemory();
    memory.keep('app', [lesson('les_a')]);
    await dropRevoked(memory, {
      lessons: { find: () => Promise.reject(new Error('away')) },
      organisation: { stancesOn: async () => [] },
    });
    expect(ids(memory)).toEqual(['les_a']);
  });
});
