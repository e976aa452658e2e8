import { describe, expect, it } from 'vitest';
import type { SourceTree } from '../../src/ports/source-tree.ts';
import { getLesson } from '../../src/use-cases/get-lesson.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { verifyCitations } from '../../src/use-cases/verify-citations.ts';
import { openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const QUERY = 'open the database connection';
const lines = ['import url', 'export const open = () => connect(url)', 'export const close = () => {}'];

/** A repository whose files the test changes. */
const withTree = async () => {
  const test = await openTestServices();
  const files = new Map<string, string[]>([['src/db.ts', lines]]);
  const sourceTree: SourceTree = { project: 'app', read: async (path) => files.get(path) ?? null };
  const services = { ...test.services, sourceTree };
  const made = await proposeLesson(services, soloAgent, {
    when: 'opening a database connection',
    rule: 'Open the connection with the url of the configuration.',
    citations: [{ path: 'src/db.ts', line: 2 }],
  });
  const id = made.lesson_id ?? '';
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: id });
  const recall = async () =>
    (await recallLessons(services, soloAgent, { query: QUERY, format: 'detailed' })).lessons[0];
  const state = async () => (await services.stores.lessons.find('app', id))?.state;
  return { ...test, services, files, id, recall, state };
};

describe('what a lesson cites', () => {
  it('is hashed when written, and shown as it stands when recalled, without the hash', async () => {
    const { services, files, id, recall } = await withTree();
    expect((await services.stores.lessons.find('app', id))?.citations[0]?.hash).toMatch(/^[\da-f]{32}$/u);
    expect((await recall())?.citations).toEqual([{ path: 'src/db.ts', line: 2, freshness: 'fresh' }]);
    files.set('src/db.ts', ['// licence', ...lines]);
    expect((await recall())?.citations).toEqual([{ path: 'src/db.ts', line: 3, freshness: 'moved' }]);
    expect((await getLesson(services, soloAgent, { lesson_id: id })).citations[0]).toMatchObject({
      freshness: 'moved',
    });
  });

  it('lets the lesson rank lower when it changed, and says so', async () => {
    const { files, recall } = await withTree();
    const certainty = (matched: readonly string[] | undefined) =>
      matched?.filter((line) => line.startsWith('certainty'));
    const before = (await recall())?.matched;
    files.set('src/db.ts', ['export const open = () => pool()']);
    const after = await recall();
    expect(after?.citations).toMatchObject([{ line: 2, freshness: 'changed' }]);
    expect(after?.matched).toContain('what it cites changed: ×0.8');
    expect(certainty(after?.matched)).toEqual(certainty(before));
  });

  it('takes the lesson out of service when it was missing twice, an hour apart', async () => {
    const { files, recall, state, clock, services, id } = await withTree();
    files.clear();
    expect((await recall())?.citations).toMatchObject([{ freshness: 'missing' }]);
    await recall();
    expect(await state()).toBe('active');
    clock.advance(2);
    await recall();
    expect(await state()).toBe('disputed');
    const history = (await services.stores.lessons.record('app', id))?.transitions.at(-1);
    expect(history).toMatchObject({ to: 'disputed', role: 'policy', reason: 'a file that it cites was missing twice' });
  });

  it('that was back in between is not missing twice', async () => {
    const { files, recall, state, clock } = await withTree();
    for (const there of [false, true, false]) {
      if (there) files.set('src/db.ts', lines);
      else files.clear();
      await recall();
      clock.advance(2);
    }
    expect(await state()).toBe('active');
  });

  it('says nothing from another repository', async () => {
    const { services, files, id } = await withTree();
    files.clear();
    const elsewhere = { ...services, sourceTree: { ...services.sourceTree, project: 'other' } };
    const { lessons } = await recallLessons(elsewhere, soloAgent, { query: QUERY });
    expect(lessons[0]).toMatchObject({ lesson_id: id, citations: [{ path: 'src/db.ts', line: 2 }] });
    expect(lessons[0]?.citations?.[0]).not.toHaveProperty('freshness');
    await expect(verifyCitations(elsewhere, soloPerson, {})).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('verifying all of them', () => {
  it('is well when all are fresh or moved', async () => {
    const { services, files } = await withTree();
    const counts = { lessons: 1, citations: 1, unknown: 0 };
    expect(await verifyCitations(services, soloPerson, {})).toMatchObject({ ...counts, ok: true, items: [] });
    files.set('src/db.ts', ['', ...lines]);
    const moved = await verifyCitations(services, soloPerson, {});
    expect(moved).toMatchObject({ ok: true, items: [{ path: 'src/db.ts', line: 2, now_line: 3, freshness: 'moved' }] });
  });

  it('lists what changed, and disputes what was missing twice, each time it is asked', async () => {
    const { services, files, id, state } = await withTree();
    files.set('src/db.ts', ['nothing of it']);
    expect(await verifyCitations(services, soloPerson, {})).toMatchObject({
      ok: false,
      items: [{ freshness: 'changed' }],
    });
    files.clear();
    expect(await verifyCitations(services, soloPerson, {})).toMatchObject({ ok: false, disputed: [] });
    expect(await verifyCitations(services, soloPerson, {})).toMatchObject({ ok: false, disputed: [id], total: 1 });
    expect(await state()).toBe('disputed');
  });
});
