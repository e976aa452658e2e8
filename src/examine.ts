import { once } from 'node:events';
import { compose } from './compose.ts';
import type { Examination } from './examine-apart.ts';
import { inspectMachine } from './inspect-machine.ts';
import { examineHealth } from './use-cases/examine-health.ts';
import type { Services } from './use-cases/services.ts';

/**
 * Examines what a server uses, in a process beside it: of a large store it takes seconds of work, and the server's one thread has
 * agents to answer. A page that is looked at starts no client.
 */
const [{ config, folder, environment }] = (await once(process, 'message')) as [Examination];
const opened: (Services & { close(): Promise<void> })[] = [];
const report = await examineHealth({
  open: async () => {
    const services = await compose(config);
    opened.push(services);
    return services;
  },
  inspectMachine: async () => inspectMachine(config, { folder, environment, start: false }),
});
for (const services of opened) await services.close();
process.send?.(report, () => process.disconnect());
