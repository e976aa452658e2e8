import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, type Served, serve } from './served.ts';
import { storedCorrections } from './stored-corrections.ts';

const SERVERS = 3;
const LONGEST = 2_000;
/** After the first acknowledgement of a round, and longer each round: the kill falls anywhere within a write. */
const KILL_AFTER_MS = 100;
const LATER_MS = 37;

interface Sent {
  readonly wrong: string;
  readonly right: string;
  readonly idempotency_key: string;
}

/** Every write that was sent; those acknowledged by the id that was given for them. */
interface Log {
  readonly sent: Sent[];
  readonly acknowledged: Map<Sent, string>;
}

/** Servers that are killed while they write, then the same writes again with their keys. */
export const killedServers = (rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    const log: Log = { sent: [], acknowledged: new Map() };
    let unsound = 0;
    for (let round = 0; round < rounds; round += 1) {
      await killWhileWriting({ folder, store, round, log });
      if (!storedCorrections(store).sound) unsound += 1;
    }
    const stored = storedCorrections(store);
    const lost = [...log.acknowledged.values()].filter((id) => !stored.corrections.has(id)).length;
    const { failed } = await sendAgain(folder, store, log);
    const after = storedCorrections(store).timesStored;
    const notOnce = log.sent.filter(({ wrong }) => after.get(wrong) !== 1).length;
    const none = { unit: 'count', target: { side: 'most', value: 0 } } as const;
    return [
      {
        name: `acknowledged writes lost in ${rounds} rounds of kill -9 of ${SERVERS} servers`,
        value: lost,
        n: log.acknowledged.size,
        ...none,
      },
      {
        name: 'writes sent again with their key that are not stored exactly once',
        value: notOnce,
        n: log.sent.length,
        ...none,
      },
      { name: 'writes sent again that were refused or answered otherwise', value: failed, n: log.sent.length, ...none },
      { name: 'damaged files after a kill', value: unsound, n: rounds, ...none },
    ];
  });

const killWhileWriting = async (at: { folder: string; store: string; round: number; log: Log }): Promise<void> => {
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, () => serve({ folder: at.folder, store: at.store, dense: false })),
  );
  const writing = servers.map((served, number) => writeUntilDead(served, `${at.round}-${number}`, at.log));
  await Promise.any(writing.map(({ first }) => first));
  await new Promise((resolve) => setTimeout(resolve, KILL_AFTER_MS + LATER_MS * at.round));
  for (const { pid } of servers) process.kill(pid, 'SIGKILL');
  await Promise.all(writing.map(({ ended }) => ended));
  await Promise.all(servers.map((served) => served.close()));
};

interface Writing {
  /** Resolves with the first acknowledgement, rejects when there was none. */
  readonly first: Promise<void>;
  readonly ended: Promise<void>;
}

const writeUntilDead = (served: Served, mark: string, log: Log): Writing => {
  const texts = sampleQueries(LONGEST).map(({ query }, at): Sent => {
    const key = `${mark}-${at}`;
    return { wrong: `left out ${key}`, right: `${query}, step ${key}`, idempotency_key: key };
  });
  const first = send(served, texts.slice(0, 1), log);
  const ended = first.then(() => send(served, texts.slice(1), log)).catch(() => {});
  return { first, ended };
};

/** One after the other. @throws when the server is gone. */
const send = async ({ call }: Served, texts: readonly Sent[], log: Log): Promise<void> => {
  for (const sent of texts) {
    log.sent.push(sent);
    const { correction_id: id } = await call('record_correction', { ...sent });
    log.acknowledged.set(sent, String(id));
  }
};

/** A write that was acknowledged must get its first answer again. */
const sendAgain = async (folder: string, store: string, log: Log): Promise<{ failed: number }> => {
  const served = await serve({ folder, store, dense: false });
  let failed = 0;
  try {
    for (const sent of log.sent) {
      const answer = await served.call('record_correction', { ...sent }).catch(() => null);
      const first = log.acknowledged.get(sent);
      if (answer === null || (first !== undefined && answer.correction_id !== first)) failed += 1;
    }
  } finally {
    await served.close();
  }
  return { failed };
};
