import { quantile } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import type { TeamClient } from './team-server.ts';

/** What happened while a team worked. Times in milliseconds. */
export interface TeamDay {
  readonly recalls: number[];
  readonly writes: number[];
  readonly failures: string[];
  /** Recalls by the path that served them. */
  readonly paths: Map<string, number>;
}

export interface TeamDayOptions {
  readonly clients: readonly TeamClient[];
  readonly seconds: number;
  /** From one call of a client to its next, in milliseconds; 0: at once. */
  readonly paceMs: number;
  /** Told of the day now and again. */
  readonly onMinute?: (day: TeamDay) => void;
}

const QUERIES = 3_000;

/**
 * Every client works by itself for so long: of five calls four recall and one writes (a task begins, has its outcome, a
 * correction is recorded, in turn). Each asks with other words than the one before.
 */
export const teamDay = async ({ clients, seconds, paceMs }: TeamDayOptions): Promise<TeamDay> => {
  const day: TeamDay = { recalls: [], writes: [], failures: [], paths: new Map() };
  const queries = sampleQueries(QUERIES);
  const end = performance.now() + seconds * 1_000;
  let asked = 0;
  const work = async (client: TeamClient, at: number): Promise<void> => {
    const run: { id: string | null; step: number } = { id: null, step: at };
    let next = performance.now() + (paceMs * at) / clients.length;
    for (let turn = at; performance.now() < end; turn += 1) {
      await until(next);
      next += paceMs;
      if (performance.now() >= end) return;
      asked += 1;
      const query = queries[(asked * 7) % queries.length] ?? { query: 'fix the parser', paths: [] };
      try {
        if (turn % 5 === 4) day.writes.push(await write(client, run, `${query.query} ${asked}`));
        else await recall(client, query, day);
      } catch (error) {
        day.failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(clients.map(work));
  return day;
};

const until = (time: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));

const recall = async (client: TeamClient, query: { query: string; paths: string[] }, day: TeamDay): Promise<void> => {
  const { ms, result } = await client.call('recall_lessons', query);
  day.recalls.push(ms);
  const path = String(result.path);
  day.paths.set(path, (day.paths.get(path) ?? 0) + 1);
};

const write = async (client: TeamClient, run: { id: string | null; step: number }, text: string): Promise<number> => {
  run.step += 1;
  if (run.id === null) {
    const { ms, result } = await client.call('start_task', { task: text });
    run.id = String(result.run_id);
    return ms;
  }
  if (run.step % 2 === 0) {
    const correction = { run_id: run.id, wrong: `left out ${text}`, right: `Take care of ${text}`, when: text };
    return (await client.call('record_correction', correction)).ms;
  }
  const outcome = { run_id: run.id, outcome: 'completed_clean' };
  run.id = null;
  return (await client.call('record_outcome', outcome)).ms;
};

/** In words for a log. */
export const dayWords = ({ recalls, writes, failures, paths }: TeamDay): string => {
  const times = (all: readonly number[]): string =>
    all.length === 0 ? '–' : `${Math.round(quantile(all, 0.5))}/${Math.round(quantile(all, 0.95))} ms`;
  const ways = [...paths].map(([path, count]) => `${path} ${count}`).join(', ');
  return `${recalls.length} recalls ${times(recalls)} (${ways}), ${writes.length} writes ${times(writes)}, ${failures.length} failed ${failures[0] ?? ''}`;
};
