import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Figure } from './figure.ts';
import { inFolder, PROJECT } from './served.ts';
import { makeTokens, startTeamServer, type TeamClient, teamClient } from './team-server.ts';

const CLIENTS = 32;
const WRITES_EACH = 25;
const RESTARTS = 6;
const AGAIN_MS = 50;

/**
 * A server that is asked to end, or killed, again and again while agents write and repeat under their keys what got no answer.
 * What was acknowledged is there afterwards, once.
 */
export const teamRestarts = (filled: string): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const before = await keptIn(store, folder);
    const tokens = await makeTokens(store, folder, CLIENTS);
    let server = await startTeamServer(store, folder);
    const { port } = server;
    const acknowledged = new Set<string>();
    let repeats = 0;
    const work = async (client: TeamClient, at: number): Promise<void> => {
      for (let write = 0; write < WRITES_EACH; write += 1) {
        const key = `client ${at} write ${write}`;
        while (!acknowledged.has(key)) {
          try {
            await client.call('start_task', { task: `mend what ${key} found`, task_key: key, idempotency_key: key });
            acknowledged.add(key);
          } catch {
            repeats += 1;
            await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
          }
        }
      }
    };
    const all = Promise.all(tokens.map((token, at) => work(teamClient(port, token), at)));
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      const reached = ((restart + 1) * CLIENTS * WRITES_EACH) / (RESTARTS + 1);
      while (acknowledged.size < reached) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      server.child.kill(restart % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
      await server.ended;
      server = await startTeamServer(store, folder, port);
    }
    await all;
    server.child.kill('SIGTERM');
    await server.ended;
    const kept = (await keptIn(store, folder)) - before;
    const wanted = CLIENTS * WRITES_EACH;
    const name = `${RESTARTS} restarts under ${CLIENTS} writing agents`;
    return [
      {
        name: `${name}: acknowledged writes lost`,
        value: Math.max(0, wanted - kept),
        unit: 'count',
        n: wanted,
        target: { side: 'most', value: 0 },
      },
      {
        name: `${name}: writes counted twice`,
        value: Math.max(0, kept - wanted),
        unit: 'count',
        n: wanted,
        target: { side: 'most', value: 0 },
      },
      { name: `${name}: calls repeated under their key`, value: repeats, unit: 'count', n: wanted + repeats },
    ];
  });

const keptIn = async (store: string, folder: string): Promise<number> => {
  const environment = { HONE_HOME: folder, HONE_PROJECT: PROJECT, HONE_DENSE: 'off' };
  const services = await compose(await readConfig({ flags: { store }, environment, folder }));
  try {
    return (await services.stores.runs.listRuns(PROJECT, { limit: 1 })).total;
  } finally {
    await services.close();
  }
};
