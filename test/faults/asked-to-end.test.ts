import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const WRITES = 25;

describe('a server that is asked to end while it writes', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s answers what it was asked, keeps what it answered, and ends with 0',
    async (signal) => {
      const home = temporaryFolder();
      const path = join(home, 'store.db');
      const server = startServing(home, ['--store', path]);
      server.send(HELLO, { jsonrpc: '2.0', method: 'notifications/initialized' });
      const writes = Array.from({ length: WRITES }, (_, n) => ({
        jsonrpc: '2.0',
        id: 10 + n,
        method: 'tools/call',
        params: {
          name: 'record_correction',
          arguments: { wrong: `wrong way ${n}`, right: `Take the right way ${n} here.` },
        },
      }));
      server.send(...writes);
      // The greeting and the first write: the others are under way.
      await server.lines(2);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      const answers = server
        .stdout()
        .split('\n')
        .filter((line) => line !== '')
        .map(
          (line) =>
            JSON.parse(line) as {
              id: number;
              result?: { isError?: boolean; structuredContent?: { correction_id: string } };
            },
        )
        .filter(({ id }) => id >= 10);
      expect(answers.map(({ id }) => id).sort((a, b) => a - b)).toEqual(writes.map(({ id }) => id));
      const acknowledged = answers.flatMap(({ result }) => result?.structuredContent?.correction_id ?? []);
      expect(acknowledged).toHaveLength(WRITES);
      const store = await openSqliteStore({ path });
      try {
        for (const id of acknowledged) expect(await store.stores.runs.findCorrection('app', id)).not.toBeNull();
        expect((await store.inspection.facts()).damage).toBeNull();
      } finally {
        await store.close();
      }
    },
  );
});
