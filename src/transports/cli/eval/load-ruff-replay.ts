import { join } from 'node:path';
import type { EvalLesson } from '../../../domain/evaluation/evaluation-set.ts';
import type { MistakeEvent } from '../../../domain/evaluation/mistake-event.ts';
import { readLines } from './read-lines.ts';

interface Rule {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

interface Flagged {
  readonly t: number;
  readonly lesson: string;
  readonly code: string;
  readonly context: string;
  readonly src: string;
}

/** Flagged snippets in the order of time; the message names the answer and so is never part of the query. */
export const loadRuffReplay = (folder: string): MistakeEvent[] => {
  const rules = new Map(readLines<Rule>(join(folder, 'ruff-replay/lessons.jsonl')).map((rule) => [rule.id, rule]));
  return readLines<Flagged>(join(folder, 'ruff-replay/events.jsonl')).flatMap((event) => {
    const rule = rules.get(event.lesson);
    if (rule === undefined) return [];
    const file = event.src.split(':')[1] ?? '';
    return [
      {
        query: {
          id: String(event.t),
          text: `${event.code}\n${event.context}`,
          aspects: [],
          paths: [],
          at: event.t,
          relevant: new Set([event.lesson]),
          group: file,
        },
        lesson: { id: rule.id, when: rule.what, rule: rule.why, examples: [], paths: [], at: event.t },
        file,
      },
    ];
  });
};

/** Every rule as a lesson that is there from the start. */
export const loadRuffRules = (folder: string): EvalLesson[] =>
  readLines<Rule>(join(folder, 'ruff-replay/lessons.jsonl')).map(({ id, what, why }) => ({
    id,
    when: what,
    rule: why,
    examples: [],
    paths: [],
    at: 0,
  }));
