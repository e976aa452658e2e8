import { Hono } from 'hono';
import { addConsole } from '../../src/transports/console/app.tsx';
import { csrfToken } from '../../src/transports/console/csrf.ts';
import { examineHealth } from '../../src/use-cases/examine-health.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';

const ORIGIN = 'http://127.0.0.1';

const inspectMachine = async () => ({
  nodeVersion: '22.0.0',
  nodeVersionWanted: '20.19.0',
  modelDamage: async () => null,
  keptCalls: async () => ({ waiting: 0, setAside: 0 }),
  clients: async () => [],
  hookTraces: async () => ({ waiting: 0, failures: 0, newest: null }),
});

/** The console with one session in it, as a browser without a script would use it. */
export const consoleGuest = (services: Services, caller: Caller, session = 'a-session-of-the-test') => {
  const app = new Hono();
  const complaints: string[] = [];
  addConsole(app, {
    services: async () => services,
    door: {
      open: false,
      redeem: () => null,
      enter: async () => null,
      welcome: () => session,
      person: async (given) => (given === session ? caller : null),
      leave: () => {},
      provider: null,
    },
    examine: () => examineHealth({ open: async () => services, inspectMachine }),
    complain: (line) => complaints.push(line),
    log: { debug: () => {}, info: () => {}, warn: () => {} },
    publicUrl: null,
  });
  const headers = { Cookie: `hone_session=${session}` };
  return {
    complaints,
    get: async (path: string) => {
      const response = await app.request(`${ORIGIN}${path}`, { headers });
      return { status: response.status, page: await response.text() };
    },
    /** Sends a form with what a page of this session would have in it. */
    send: async (path: string, fields: Record<string, string>, csrf: string | null = csrfToken(session)) => {
      const body = new URLSearchParams({ ...(csrf === null ? {} : { csrf }), ...fields });
      const response = await app.request(`${ORIGIN}${path}`, { method: 'POST', headers, body });
      return { status: response.status, location: response.headers.get('location'), page: await response.text() };
    },
  };
};
