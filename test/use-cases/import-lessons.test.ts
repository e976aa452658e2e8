import { describe, expect, it } from 'vitest';
import type { ParsedLesson } from '../../src/domain/import/parsed-lesson.ts';
import { exportBundle, exportMarkdown } from '../../src/use-cases/export-lessons.ts';
import { importLessons } from '../../src/use-cases/import-lessons.ts';
import { readLessonFile } from '../../src/use-cases/read-lesson-file.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import type { Services } from '../../src/use-cases/services.ts';
import {
  inProject,
  openTestServices,
  soloAgent,
  soloPerson,
  teamAgent,
  teamReviewer,
} from '../support/test-services.ts';

const item = (line: number, when: string, rule: string, more: Partial<ParsedLesson> = {}): ParsedLesson => ({
  line,
  when,
  rule,
  examples: [],
  citations: [],
  scope: {},
  evidence: [],
  cuts: [],
  ...more,
});
const pnpm = item(1, 'installing a dependency', 'Use pnpm, not npm.', {
  evidence: [{ kind: 'review', text: 'Hits: 3.' }],
});
const dates = item(5, 'storing a date', 'Keep dates in UTC with milliseconds.', { cuts: ['`rule` was too long'] });
const lessonsOf = async (services: Services) => (await services.stores.lessons.list('app', {})).items;

describe('importLessons', () => {
  it('puts lessons into review in the name of the importer', async () => {
    const { services } = await openTestServices();
    const result = await importLessons(services, soloPerson, { items: [pnpm, dates] });
    expect(result).toMatchObject({ created: 2, confirmed: 0, dry_run: false });
    expect(result.items[1]).toMatchObject({ line: 5, status: 'created', reason: '`rule` was too long' });
    const lessons = await lessonsOf(services);
    expect(lessons.map((one) => [one.state, one.provenance.source, one.provenance.author])).toEqual([
      ['proposed', 'import', 'ann'],
      ['proposed', 'import', 'ann'],
    ]);
    const record = await services.stores.lessons.record('app', lessons[0]?.lesson_id ?? '');
    expect(record?.evidence).toMatchObject([{ kind: 'review', text: 'Hits: 3.', by: 'ann' }]);
    expect(record?.transitions).toMatchObject([{ from: null, to: 'proposed', actor: 'ann' }]);
  });

  it('changes nothing when the same file comes again', async () => {
    const { services } = await openTestServices();
    await importLessons(services, soloPerson, { items: [pnpm, dates] });
    const before = await lessonsOf(services);
    const again = await importLessons(services, soloPerson, { items: [pnpm, dates] });
    expect(again).toMatchObject({ created: 0, confirmed: 2 });
    expect(again.items[0]).toMatchObject({ lesson_id: before[0]?.lesson_id });
    expect(await lessonsOf(services)).toEqual(before);
  });

  it('takes hidden characters out, says so, and shows the reviewer', async () => {
    const { services } = await openTestServices();
    const hidden = item(1, 'installing a dependency', 'Use p\u200bnpm,\u202e not npm.');
    const result = await importLessons(services, soloPerson, { items: [hidden, { ...pnpm, line: 2 }] });
    expect(result).toMatchObject({ created: 1, confirmed: 1, refused: 0, hidden: 2 });
    expect(result.items[0]).toMatchObject({ hidden: 2, reason: '2 hidden characters taken out of `rule`' });
    const [lesson] = await lessonsOf(services);
    expect(lesson?.rule).toBe('Use pnpm, not npm.');
    const notes = await services.stores.guardNotes.findingsOf('app', lesson?.lesson_id ?? '');
    expect(notes).toMatchObject([{ guard: 'notice', rule: '2 hidden characters removed', field: 'rule' }]);
  });

  it('refuses a text that is written in invisible characters', async () => {
    const { services } = await openTestServices();
    const smuggled = item(4, 'a', `Use pnpm.${'\u{e0041}'.repeat(20)}`);
    const result = await importLessons(services, soloPerson, { items: [smuggled] });
    expect(result).toMatchObject({ created: 0, refused: 1, hidden: 20 });
    expect(result.items[0]).toMatchObject({ line: 4, status: 'refused', lesson_id: null });
    expect(await lessonsOf(services)).toEqual([]);
  });

  it('finds repetitions inside one file', async () => {
    const { services } = await openTestServices();
    const result = await importLessons(services, soloPerson, { items: [pnpm, { ...pnpm, line: 9 }] });
    expect(result).toMatchObject({ created: 1, confirmed: 1 });
    expect(result.items[1]).toMatchObject({ line: 9, status: 'confirmed' });
    expect(await lessonsOf(services)).toHaveLength(1);
  });

  it('confirms a lesson in nearly the same words, and keeps the other wording as evidence once', async () => {
    const { services } = await openTestServices();
    const long =
      'Use pnpm for every install in this repository, never npm, because npm rewrites the lock file of the workspace.';
    const near = item(3, 'installing a dependency', long.replace('every install', 'each install'));
    await importLessons(services, soloPerson, { items: [item(1, 'installing a dependency', long)] });
    for (const _ of [1, 2]) {
      const result = await importLessons(services, soloPerson, { items: [near] });
      expect(result).toMatchObject({ created: 0, confirmed: 1 });
      expect(result.items[0]?.similar[0]).toMatchObject({ relation: 'duplicate' });
    }
    const other = item(9, near.when, near.rule.replace('each', 'any'), { why: 'Second reason.' });
    const file = await importLessons(services, inProject(soloPerson, 'other'), { items: [near, other] });
    expect(file.items.map((one) => one.status)).toEqual(['created', 'confirmed']);
    expect(file.items[1]?.lesson_id).toBe(file.items[0]?.lesson_id);
    const [lesson, ...others] = await lessonsOf(services);
    expect(others).toEqual([]);
    expect(lesson?.rule).toBe(long);
    const record = await services.stores.lessons.record('app', lesson?.lesson_id ?? '');
    expect(record?.evidence).toHaveLength(1);
  });

  it('shows in a dry run what would happen, and writes nothing', async () => {
    const { services } = await openTestServices();
    const result = await importLessons(services, soloPerson, { items: [pnpm, { ...pnpm, line: 9 }], dryRun: true });
    expect(result).toMatchObject({ created: 1, confirmed: 1, dry_run: true });
    expect(result.items[0]).toMatchObject({ lesson_id: null });
    expect(await lessonsOf(services)).toEqual([]);
  });

  it('serves at once what a person who may approve accepts, and writes down who did', async () => {
    const { services } = await openTestServices();
    await importLessons(services, soloPerson, { items: [pnpm], acceptAs: 'bea' });
    const [lesson] = await lessonsOf(services);
    expect(lesson).toMatchObject({ state: 'active', provenance: { source: 'import', approved_by: 'bea' } });
    const record = await services.stores.lessons.record('app', lesson?.lesson_id ?? '');
    expect(record?.transitions).toMatchObject([
      { to: 'proposed' },
      { from: 'proposed', to: 'active', actor: 'ann', reason: 'accepted at import by bea' },
    ]);
  });

  it('accepts what an earlier import of the same file left in review', async () => {
    const { services } = await openTestServices();
    const reviewer = teamReviewer('bea');
    await importLessons(services, reviewer, { items: [pnpm, dates] });
    await importLessons(services, reviewer, { items: [pnpm], acceptAs: 'bea' });
    expect((await lessonsOf(services)).map((one) => one.state)).toEqual(['active', 'proposed']);
  });

  it('lets neither an agent approve, nor one person in the name of another on a shared store', async () => {
    const { services } = await openTestServices();
    for (const caller of [soloAgent, teamAgent]) {
      await expect(importLessons(services, caller, { items: [pnpm], acceptAs: 'ann' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const reviewer = teamReviewer('bea');
    await expect(importLessons(services, reviewer, { items: [pnpm], acceptAs: 'ann' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await lessonsOf(services)).toEqual([]);
    await importLessons(services, reviewer, { items: [pnpm], acceptAs: 'bea' });
    expect(await lessonsOf(services)).toMatchObject([{ state: 'active', provenance: { approved_by: 'bea' } }]);
  });

  it('does not propose again what was decided against', async () => {
    const { services } = await openTestServices();
    await importLessons(services, soloPerson, { items: [pnpm] });
    const [lesson] = await lessonsOf(services);
    await reviewLesson(services, soloPerson, {
      lesson_id: lesson?.lesson_id ?? '',
      action: 'reject',
      reason: 'outdated',
    });
    const result = await importLessons(services, soloPerson, { items: [pnpm] });
    expect(result.items[0]).toMatchObject({ status: 'confirmed', reason: 'The very same lesson is here, retired.' });
  });

  it('imports more than one batch and reports progress', async () => {
    const { services } = await openTestServices();
    const items = Array.from({ length: 120 }, (_, i) =>
      item(i + 1, `touching module number${i}`, `Call setup${i} first.`),
    );
    const seen: number[] = [];
    const result = await importLessons(services, soloPerson, { items, onProgress: (done) => seen.push(done) });
    expect(result.created + result.confirmed).toBe(120);
    expect(seen.at(-1)).toBe(120);
  });
});

describe('a round trip', () => {
  const texts = (items: readonly object[]) =>
    items.map((one) => {
      const { when, rule, not_when, why, examples, scope, citations, evidence } = one as Record<string, unknown>;
      return { when, rule, not_when, why, examples, scope, citations, evidence };
    });

  it('by a bundle keeps all words and proof, and by itself gives neither state nor approval', async () => {
    const [first, second] = [await openTestServices(), await openTestServices()];
    const rich = item(1, 'a migration', 'Never rename a column.', {
      not_when: 'in a scratch database',
      why: 'Old servers still read it.',
      examples: ['rename users.name'],
      citations: [{ path: 'migrations/1.sql', line: 3, symbol: 'users' }],
      scope: { paths: ['migrations/**'], languages: ['sql'], tools: ['psql'] },
      evidence: [{ kind: 'incident', ref: 'INC-3', text: 'Down for an hour.' }],
    });
    await importLessons(first.services, soloPerson, { items: [rich, pnpm], acceptAs: 'ann' });
    const bundle = await exportBundle(first.services, soloPerson, {});
    const { lessons } = await readLessonFile(second.services, { text: JSON.stringify(bundle), format: 'bundle' });
    await importLessons(second.services, soloPerson, { items: lessons });
    const back = await exportBundle(second.services, soloPerson, {});
    expect(texts(back.lessons)).toEqual(texts(bundle.lessons));
    expect(back.lessons).toMatchObject([{ state: 'proposed' }, { state: 'proposed' }]);
  });

  it('by Markdown changes nothing', async () => {
    const { services } = await openTestServices();
    await importLessons(services, soloPerson, { items: [pnpm, dates], acceptAs: 'ann' });
    const { text, lessons } = await exportMarkdown(services, soloPerson, { states: ['active'] });
    expect(lessons).toBe(2);
    const file = await readLessonFile(services, { text, format: 'markdown' });
    expect(await importLessons(services, soloPerson, { items: file.lessons })).toMatchObject({
      created: 0,
      confirmed: 2,
    });
  });
});
