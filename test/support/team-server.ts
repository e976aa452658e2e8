import { once } from 'node:events';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { afterEach } from 'vitest';
import type { Principal } from '../../src/domain/principal.ts';
import type { TokenRole } from '../../src/domain/token.ts';
import { BODY_LIMIT, createApp } from '../../src/transports/http/app.ts';
import { Gate } from '../../src/transports/http/authenticate.ts';
import { earlyRefusal } from '../../src/transports/http/early-refusal.ts';
import { gracefulServer } from '../../src/transports/http/graceful-server.ts';
import { allowedHosts } from '../../src/transports/http/hosts.ts';
import { SignIn } from '../../src/transports/http/sign-in.ts';
import { createToken } from '../../src/use-cases/create-token.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { revokeToken } from '../../src/use-cases/revoke-token.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import type { TestClock } from './test-services.ts';

/** Who holds which token: people of P, of Q, and tokens that are none any more. */
const HOLDERS = {
  'agent-1': ['ann', 'agent', 'P'],
  'agent-2': ['ann', 'agent', 'P'],
  'agent-5': ['dan', 'agent', 'P'],
  'dev-ann': ['ann', 'developer', 'P'],
  'rev-ben': ['ben', 'reviewer', 'P'],
  'rev-ben-2': ['ben', 'reviewer', 'P'],
  'lead-eva': ['eva', 'lead', 'P'],
  'admin-kim': ['kim', 'admin', '*'],
  'read-only': ['rita', 'reader', 'P'],
  'agent-9': ['mallory', 'agent', 'Q'],
  'rev-q': ['quinn', 'reviewer', 'Q'],
  'lead-q': ['lena', 'lead', 'Q'],
  expired: ['olga', 'agent', 'P'],
  revoked: ['paul', 'agent', 'P'],
} as const satisfies Record<string, readonly [string, TokenRole, string]>;

export type Holder = keyof typeof HOLDERS;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** What a JSON-RPC call came to: the status of HTTP, a code of Hone or of the protocol, or null for an answer. */
export const codeOf = ({ status, text }: Answer): string | number | null => {
  if (status !== 200) return status;
  const message = JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? text);
  if (message.error !== undefined) return message.error.code;
  return message.result?._meta?.['hone/error']?.code ?? (message.result?.isError === true ? 'error' : null);
};

/** The structured answer of a tool. */
export const answerOf = ({ text }: Answer) =>
  JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? text).result?.structuredContent;

const LESSONS = {
  'P-active': { when: 'running database migrations', rule: 'Always run migrations inside a transaction.' },
  'P-proposed': { when: 'editing release notes', rule: 'Group release notes by component.' },
} as const;

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** The real server in this process, on a team's store with the projects P and Q. */
export const startTeamServer = async ({ services, clock }: { services: Services; clock: TestClock }) => {
  const log: string[] = [];
  const write = (event: string, fields: object = {}): void => void log.push(JSON.stringify({ event, ...fields }));
  const gate = new Gate({
    services: async () => services,
    local: { user: 'op', project: 'P' },
    open: false,
    ownToken: null,
  });
  const signIn = new SignIn();
  const { app, close } = createApp({
    services: async () => services,
    project: 'P',
    examine: async () => {
      throw new Error('not looked at');
    },
    version: '0.0.0-test',
    complain: (line) => write('complaint', { words: line }),
    log: { debug: write, info: write, warn: write },
    gate,
    signIn,
    host: '127.0.0.1',
    allowedHosts: allowedHosts('127.0.0.1', []),
    allowHosts: [],
    people: null,
    publicUrl: null,
    resource: null,
  });
  const answer = toNodeHandler({ fetch: async (one) => app.fetch(one) }, { maxRequestBodySize: BODY_LIMIT });
  const web = gracefulServer((incoming, response) => {
    const refused = earlyRefusal(incoming);
    if (refused === null) void answer(incoming as Parameters<typeof answer>[0], response);
    else response.writeHead(refused, { Connection: 'close' }).end();
  });
  web.server.listen(0, '127.0.0.1');
  await once(web.server, 'listening');
  const { port } = web.server.address() as AddressInfo;
  const tokens = await makeTokens(services, clock);

  const send = ({ method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, async (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('close', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      // A refusal may come before all was sent.
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET'
          ? resolve({ status: 0, headers: {}, text: '' })
          : reject(error),
      );
      outgoing.end(body);
    });
  const bearer = (as: Holder): Record<string, string> => ({ Authorization: `Bearer ${tokens[as]}` });
  const post = (body: string | Buffer, headers: OutgoingHttpHeaders, path = '/mcp'): Promise<Answer> =>
    send({
      method: 'POST',
      path,
      body,
      headers: { ...JSON_TYPES, ...lengthOf(body, headers), ...headers },
    });
  const call = (
    as: Holder | null,
    tool: string,
    input: unknown,
    more: { headers?: OutgoingHttpHeaders; meta?: object; path?: string } = {},
  ) =>
    post(
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: tool, arguments: input, ...(more.meta === undefined ? {} : { _meta: more.meta }) },
      }),
      { ...(as === null ? {} : bearer(as)), ...more.headers },
      more.path,
    );
  /** Bytes on the socket as they are, and what came back until it closed, or for half a second. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      let text = '';
      const done = (): void => {
        socket.destroy();
        resolve(text);
      };
      const timer = setTimeout(done, 500);
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(timer);
        done();
      });
    });
  const stop = async (): Promise<void> => {
    web.server.closeAllConnections();
    web.server.close();
    await close();
  };
  running.push(stop);
  return { port, tokens, log, web, signIn, send, post, call, raw, bearer, ...(await furnish(services)) };
};

const lengthOf = (body: string | Buffer, headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  headers['Transfer-Encoding'] === undefined ? { 'Content-Length': Buffer.byteLength(body) } : {};

const JSON_TYPES = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };

const operator: Caller = {
  principal: { name: 'op', kind: 'person', roles: ['admin'], projects: '*', solo: false },
  project: 'P',
  known: new Set(['P']),
};

const makeTokens = async (services: Services, clock: TestClock): Promise<Readonly<Record<Holder, string>>> => {
  const made: Record<string, string> = {};
  const make = async (holder: Holder): Promise<void> => {
    const [name, role, project] = HOLDERS[holder];
    const expires = holder === 'expired' ? '1h' : '90d';
    const projects = project === '*' ? ('*' as const) : [project];
    const { id, token } = await createToken(services, operator, { name, role, projects, expires });
    made[holder] = token;
    if (holder === 'revoked') await revokeToken(services, operator, { token_id: id });
  };
  await make('expired');
  clock.advance(2);
  for (const holder of Object.keys(HOLDERS) as Holder[]) if (holder !== 'expired') await make(holder);
  return made as Record<Holder, string>;
};

export const callerOf = (name: string, roles: Principal['roles'], project: string): Caller => ({
  principal: { name, kind: roles.includes('agent') ? 'agent' : 'person', roles, projects: [project], solo: false },
  project,
  known: new Set([project]),
});

const furnish = async (services: Services) => {
  const dan = callerOf('dan', ['agent'], 'P');
  const eva = callerOf('eva', ['developer', 'reviewer', 'lead'], 'P');
  const ids: Record<string, string> = {};
  for (const [name, text] of Object.entries(LESSONS))
    ids[name] = (await proposeLesson(services, dan, text)).lesson_id ?? '';
  await reviewLesson(services, eva, { action: 'accept', lesson_id: ids['P-active'] ?? '' });
  const ben = callerOf('ben', ['developer', 'reviewer'], 'P');
  const own = await proposeLesson(services, ben, { when: 'naming feature flags', rule: 'Prefix flags with the team.' });
  const mallory = callerOf('mallory', ['agent'], 'Q');
  const ofQ = await proposeLesson(services, mallory, { when: 'drawing a map', rule: 'Draw maps with the north up.' });
  await reviewLesson(services, callerOf('quinn', ['developer', 'reviewer'], 'Q'), {
    action: 'accept',
    lesson_id: ofQ.lesson_id ?? '',
  });
  const { run_id } = await startTask(services, callerOf('ann', ['agent'], 'P'), { task: 'tidy the changelog' });
  return {
    lessons: {
      active: ids['P-active'] ?? '',
      proposed: ids['P-proposed'] ?? '',
      byBen: own.lesson_id ?? '',
      ofQ: ofQ.lesson_id ?? '',
    },
    run: run_id,
  };
};

export type TeamServer = Awaited<ReturnType<typeof startTeamServer>>;
