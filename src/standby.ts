import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openGuard } from './adapters/guards/open-guard.ts';
import { callFiles } from './adapters/spool/call-files.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import type { CallSpool } from './ports/call-spool.ts';
import type { Standby } from './use-cases/away/answer-when-away.ts';

const RULES_FOLDER = join(import.meta.dirname, '../data/rules');

/** Calls that wait for this store, in the folder of this user: the store's own disk may be what is away. */
export const keptCallsOf = ({ home, store }: Config): CallSpool => {
  const key = createHash('sha256').update(store.path).digest('hex').slice(0, 16);
  return callFiles(join(home, 'calls', key));
};

/** Plugs in what a server has while its store is away. Apart from `compose.ts`, so that it needs no database driver. */
export const openStandby = (config: Config): Standby => ({
  spool: keptCallsOf(config),
  ids: createRandomIds(),
  clock: systemClock,
  guard: openGuard({ rulesFolder: RULES_FOLDER }),
});
