import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookTraces } from '../../domain/client-report.ts';

const RECENT_MS = 7 * 24 * 3_600_000;

/** What hooks left beside a store: events that nobody took yet, and failures that no client shows. */
export const hookTraces = (folder: string, now: number = Date.now()): HookTraces => {
  const recent = linesOf(join(folder, 'hook.log')).filter((line) => now - Date.parse(line.slice(0, 24)) < RECENT_MS);
  return {
    waiting: linesOf(join(folder, 'events.jsonl')).length,
    failures: recent.length,
    newest: recent.at(-1) ?? null,
  };
};

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
};
