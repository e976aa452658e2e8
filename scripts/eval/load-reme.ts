import { join } from 'node:path';
import type { EvalQuery, EvalSet } from './case.ts';
import { readLines } from './read-lines.ts';

interface Experience {
  readonly memory_id: string;
  readonly when_to_use: string;
  readonly content: string;
  readonly metadata: { readonly task_query: string; readonly generalized_query: string };
}

const WRITERS = ['8b', '14b', '32b'];

/** The nine tasks of the public ReMe benchmark. */
export const loadReme = (folder: string): EvalSet[] =>
  WRITERS.flatMap((writer) => [
    taskOf(folder, `appworld_qwen3_${writer}`, 'generalized_query'),
    taskOf(folder, `bfcl_qwen3_${writer}`, 'generalized_query'),
    taskOf(folder, `bfcl_qwen3_${writer}`, 'task_query'),
  ]);

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
