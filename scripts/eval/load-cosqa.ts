import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalSet } from '../../src/domain/evaluation/evaluation-set.ts';

/** Web queries against Python functions. A function's text is the rule of its lesson. */
export const loadCosqa = (folder: string): EvalSet => {
  const functions: Record<string, number> = JSON.parse(readFileSync(join(folder, 'cosqa/code_idx_map.txt'), 'utf8'));
  const questions: { idx: string; doc: string; retrieval_idx: number }[] = JSON.parse(
    readFileSync(join(folder, 'cosqa/cosqa-retrieval-dev-500.json'), 'utf8'),
  );
  return {
    name: 'cosqa dev',
    lessons: Object.entries(functions).map(([code, index]) => ({
      id: String(index),
      when: '',
      rule: code,
      examples: [],
      paths: [],
      at: 0,
    })),
    queries: questions.map(({ idx, doc, retrieval_idx }) => ({
      id: idx,
      text: doc,
      aspects: [],
      paths: [],
      at: 1,
      relevant: new Set([String(retrieval_idx)]),
      group: idx,
    })),
  };
};
