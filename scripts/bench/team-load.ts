import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, timeFigures } from './figure.ts';
import { memoryOf } from './memory.ts';
import { inFolder } from './served.ts';
import { dayWords, type TeamDay, teamDay } from './team-day.ts';
import { makeTokens, startTeamServer, type TeamClient, teamClient } from './team-server.ts';

const CLIENTS = 64;
const MOST_P95_MS = 150;
/** Each agent makes a call every two seconds: 23 recalls and 6 writes a second, a tenth of what one agent may by its limits. */
const PACE_MS = 2_000;

/**
 * 64 agents at once on one server, four recalls to each write, with the generator of the load on the same machine. Then the
 * same without a pause, which is more than the machine can do: what counts there is that no call fails.
 */
export const teamLoad = (filled: string, seconds: number, say: (line: string) => void): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const tokens = await makeTokens(store, folder, CLIENTS);
    const server = await startTeamServer(store, folder);
    try {
      const clients = tokens.map((token) => teamClient(server.port, token));
      await connectAll(clients);
      const paced = await teamDay({ clients, seconds, paceMs: PACE_MS });
      say(dayWords(paced));
      const flood = await teamDay({ clients, seconds: Math.ceil(seconds / 3), paceMs: 0 });
      say(dayWords(flood));
      return [
        ...figuresOf(`${CLIENTS} agents, a call each ${PACE_MS / 1_000} s`, paced, MOST_P95_MS),
        ...figuresOf(`${CLIENTS} agents without a pause`, flood),
        {
          name: `${CLIENTS} agents: resident memory of the server after it`,
          value: memoryOf(server.child.pid ?? 0).resident,
          unit: 'MB',
          n: 1,
        },
      ];
    } finally {
      server.child.kill('SIGTERM');
      await server.ended;
    }
  });

/** One after the other, until the model answers: how a team's agents come is no part of the figure. */
export const connectAll = async (clients: readonly TeamClient[]): Promise<void> => {
  for (const client of clients) await client.call('recall_lessons', { query: 'is the model there yet' });
  for (let tries = 0; tries < 200; tries += 1) {
    const { result } = (await clients[0]?.call('recall_lessons', { query: `is the model there yet (${tries})` })) ?? {};
    if (result?.path === 'hybrid') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('recall never used vectors');
};

const figuresOf = (name: string, day: TeamDay, mostP95?: number): Figure[] => {
  const calls = day.recalls.length + day.writes.length + day.failures.length;
  const lexical = day.paths.get('lexical') ?? 0;
  return [
    {
      name: `${name}: calls that failed`,
      value: day.failures.length,
      unit: 'count',
      n: calls,
      target: { side: 'most', value: 0 },
    },
    ...timeFigures(`${name}: recall`, day.recalls, mostP95),
    ...timeFigures(`${name}: write`, day.writes),
    {
      name: `${name}: recalls that went by words alone`,
      value: (100 * lexical) / Math.max(1, day.recalls.length),
      unit: '%',
      n: day.recalls.length,
    },
  ];
};
