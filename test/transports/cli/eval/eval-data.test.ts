import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  abstentionSets,
  openEvalData,
  replaySets,
  retrievalSets,
} from '../../../../src/transports/cli/eval/eval-data.ts';
import { loadRuffReplay, loadRuffRules } from '../../../../src/transports/cli/eval/load-ruff-replay.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const from = { packageFolder: join(import.meta.dirname, '../../../..'), calledFrom: '.' };
const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

describe('the data that ships', () => {
  it('has all four kinds, with the sizes that its papers state', () => {
    const data = openEvalData(from, undefined);
    expect(retrievalSets(data)).toHaveLength(7 + 9);
    expect(abstentionSets(data).map(({ queries }) => queries.length)).toEqual([64, 64, 64, 102]);
    const [curl] = replaySets(data);
    expect(curl?.lessons).toHaveLength(1033);
    expect(loadRuffRules(data.folder)).toHaveLength(966);
    expect(loadRuffReplay(data.folder)).toHaveLength(2087);
  });

  it('never asks with the answer', () => {
    const { folder } = openEvalData(from, undefined);
    for (const { query, lesson } of loadRuffReplay(folder)) {
      expect(query.text).not.toContain(lesson.id);
      expect(query.relevant).toEqual(new Set([lesson.id]));
    }
  });
});

describe('a folder of one’s own', () => {
  const write = (lessons: string, queries: string): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lessons.jsonl'), lessons);
    writeFileSync(join(folder, 'queries.jsonl'), queries);
    return folder;
  };
  const lesson = { id: 'a', when: 'a release is cut', rule: 'Merge main first.', at: '2026-03-01' };

  it('is read with times in words', () => {
    const folder = write(lines([lesson]), lines([{ text: 'publish it', relevant: ['a'], at: '2026-05-01' }]));
    const data = openEvalData(from, folder);
    const [set] = replaySets(data);
    expect(set?.lessons[0]).toMatchObject({ id: 'a', at: Date.parse('2026-03-01') / 1000, examples: [] });
    expect(set?.queries[0]).toMatchObject({ text: 'publish it', relevant: new Set(['a']) });
    expect(retrievalSets(data)).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{nonsense', lines([{ text: 'x', relevant: [] }]), /Line 1 of lessons\.jsonl is not a JSON object/u],
    [
      'no rule',
      lines([{ id: 'a', when: 'x' }]),
      lines([{ text: 'x' }]),
      /Line 1 of lessons\.jsonl has no text in "rule"/u,
    ],
    [
      'an unknown lesson',
      lines([lesson]),
      lines([{ text: 'x', relevant: ['b'] }]),
      /names a lesson that is not there/u,
    ],
    ['one id twice', lines([lesson, lesson]), lines([{ text: 'x' }]), /same id/u],
  ])('is refused with the line when there is %s', (_, lessons, queries, message) => {
    const data = openEvalData(from, write(lessons, queries));
    expect(() => retrievalSets(data)).toThrow(message);
  });

  it('is refused when it is no folder, or holds nothing', () => {
    expect(() => openEvalData(from, '/nowhere/at/all')).toThrow('There is no such folder.');
    const empty = temporaryFolder();
    mkdirSync(join(empty, 'something'));
    expect(() => openEvalData(from, empty)).toThrow('holds nothing');
  });
});
