import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Standby } from '../../use-cases/away/answer-when-away.ts';
import { type LocalUser, localAgent } from '../../use-cases/identify.ts';
import type { Services } from '../../use-cases/services.ts';
import type { HookPlaces } from '../hooks/hook-places.ts';
import { LazyServices, type OpenServices } from '../lazy-services.ts';
import { DrainingTransport } from './draining-transport.ts';
import { KeptCalls } from './kept-calls.ts';
import { buildMcpServer } from './server.ts';

export interface ServeMcpStdioOptions {
  readonly open: () => Promise<OpenServices>;
  readonly standby: () => Promise<Standby>;
  readonly local: LocalUser;
  readonly version: string;
  readonly hooks: HookPlaces;
}

/** Loading a driver and a model blocks for a while, and a client lists tools right after it has said hello. A call opens at once. */
const OPEN_AFTER_MS = 500;

/**
 * Serves one client on stdin and stdout until it goes away or the process is asked to end. The store opens once the client
 * has said hello, never before: saying hello and listing tools work without it.
 */
export const serveMcpStdio = async ({ open, standby, local, version, hooks }: ServeMcpStdioOptions): Promise<void> => {
  const services = new LazyServices(open);
  const known = new Set<string>();
  const caller = async (opened: Services) => {
    const found = await localAgent(opened, local);
    for (const project of found.known) known.add(project);
    return { ...found, known };
  };
  const kept = new KeptCalls({ standby, services: services.get, caller, local });
  const complain = (line: string): void => void process.stderr.write(`${line}\n`);
  let answering: { close(): Promise<void> } | null = null;
  const prepareSoon = (): void => void setTimeout(() => void prepare(), OPEN_AFTER_MS).unref();
  const prepare = async (): Promise<void> => {
    services.prepare();
    void kept.makeUp();
    const { serveHooks } = await import('../hooks/serve-hooks.ts');
    answering ??= serveHooks({ ...hooks, services: services.get, local, complain });
  };
  const transport = new DrainingTransport(process.stdin, process.stdout);
  const handle = serveStdio(
    ({ era }) => {
      const server = buildMcpServer({
        services: services.get,
        caller,
        project: local.project,
        version,
        complain,
        away: kept.answer,
      });
      if (era === 'modern') prepareSoon();
      else server.server.oninitialized = prepareSoon;
      return server;
    },
    // The SDK's message may quote the line that it could not read.
    { transport, onerror: () => complain('hone: a message could not be read or answered') },
  );
  const end = (): void => void transport.drain();
  process.once('SIGTERM', end).once('SIGINT', end);
  await transport.closed;
  process.off('SIGTERM', end).off('SIGINT', end);
  await handle.close();
  await (answering as { close(): Promise<void> } | null)?.close();
  kept.close();
  await services.close();
};
