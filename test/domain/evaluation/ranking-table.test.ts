import { expect, it } from 'vitest';
import { rankingTable } from '../../../src/domain/evaluation/ranking-table.ts';

const relevant = new Set(['x']);
const at = (rank: number) => ({ ranked: [...Array.from({ length: rank - 1 }, (_, i) => `o${i}`), 'x'], relevant });

it('has a row a policy and the paired gain over BM25', () => {
  const table = rankingTable(
    'set',
    { recent: [at(11), at(11)], bm25: [at(2), at(2)], dense: [at(1), at(4)], ours: [at(1), at(1)] },
    1,
  );
  expect(table.rows.map(({ policy, hit_at_1, mrr }) => [policy, hit_at_1, mrr])).toEqual([
    ['recent', 0, 0],
    ['bm25', 0, 0.5],
    ['dense', 0.5, 0.625],
    ['ours', 1, 1],
  ]);
  expect(table.gain).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
});

it('has no figures without queries', () => {
  const table = rankingTable('set', { recent: [], bm25: [], dense: [], ours: [] }, 1);
  expect(table.n).toBe(0);
  expect(table.rows[0]?.mrr).toBeNull();
  expect(table.gain).toEqual({ value: null, low: null, high: null });
});
