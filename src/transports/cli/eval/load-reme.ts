import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalQuery, EvalSet } from '../../../domain/evaluation/evaluation-set.ts';
import { readLines } from './read-lines.ts';

interface Experience {
  readonly memory_id: string;
  readonly when_to_use: string;
  readonly content: string;
  readonly metadata: { readonly task_query: string; readonly generalized_query: string };
}

/** The published files, in this order; others of their kind follow. */
const PUBLISHED = ['8b', '14b', '32b'].flatMap((writer) => [`appworld_qwen3_${writer}`, `bfcl_qwen3_${writer}`]);

/** The tasks of the public ReMe benchmark: nine when all its files are there. */
export const loadReme = (folder: string): EvalSet[] => {
  const there = readdirSync(join(folder, 'reme')).flatMap((file) => /^(.+)\.jsonl$/u.exec(file)?.[1] ?? []);
  const names = [
    ...PUBLISHED.filter((name) => there.includes(name)),
    ...there.filter((name) => !PUBLISHED.includes(name)),
  ];
  return names.flatMap((name) => [
    taskOf(folder, name, 'generalized_query'),
    ...(name.startsWith('bfcl') ? [taskOf(folder, name, 'task_query')] : []),
  ]);
};

const taskOf = (folder: string, name: string, field: keyof Experience['metadata']): EvalSet => {
  const experiences = readLines<Experience>(join(folder, `reme/${name}.jsonl`));
  const relevant = new Map<string, Set<string>>();
  for (const { memory_id, metadata } of experiences) {
    const text = metadata[field];
    relevant.set(text, (relevant.get(text) ?? new Set()).add(memory_id));
  }
  return {
    name: `reme ${name} ${field}`,
    lessons: experiences.map(({ memory_id, when_to_use, content }) => ({
      id: memory_id,
      when: when_to_use,
      rule: content,
      examples: [],
      paths: [],
      at: 0,
    })),
    queries: [...relevant].map(
      ([text, ids], index): EvalQuery => ({
        id: `${name} ${field} ${index}`,
        text,
        aspects: [],
        paths: [],
        at: 1,
        relevant: ids,
        group: name,
      }),
    ),
  };
};
