import { createMcpHonoApp } from '@modelcontextprotocol/hono';
import { type AuthInfo, createMcpHandler } from '@modelcontextprotocol/server';
import type { Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { RateLimited } from '../../domain/rate-limit.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { HealthReport } from '../../use-cases/examine-health.ts';
import type { Services } from '../../use-cases/services.ts';
import { addConsole } from '../console/app.tsx';
import { asHoneError } from '../mcp/refusal.ts';
import { showReservedKey } from '../mcp/reserved-key.ts';
import { buildMcpServer, type McpOptions } from '../mcp/server.ts';
import { type Admitted, bearerOf, type Gate } from './authenticate.ts';
import { consoleDoor } from './console-door.ts';
import { headersMatch } from './headers-match.ts';
import { deeperThan } from './json-depth.ts';
import { addMachineDoors } from './machine-doors.ts';
import { addMetrics } from './metrics.ts';
import { ownOrigin } from './own-origin.ts';
import type { ProviderPeople } from './provider-people.ts';
import { requestFields, requestLog } from './request-log.ts';
import { addResourceMetadata, type ProtectedResource, resourceChallenge } from './resource-metadata.ts';
import { scopeChallenge } from './scope-challenge.ts';
import type { SignIn } from './sign-in.ts';

export interface AppOptions {
  readonly services: () => Promise<Services>;
  /** Project of the folder in which the server was started. */
  readonly project: string;
  readonly version: string;
  readonly complain: (line: string) => void;
  readonly log: EventLog;
  readonly gate: Gate;
  readonly signIn: SignIn;
  /** Examines what this server uses; it may take minutes, and must not hold it up. */
  readonly examine: () => Promise<HealthReport>;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  /** Names that were added to those of this machine. */
  readonly allowHosts: readonly string[];
  /** Who comes in through an identity provider; null: nobody. */
  readonly people: ProviderPeople | null;
  /** How others reach this server, without a slash at the end; null: as they just did. */
  readonly publicUrl: string | null;
  /** Where callers sign in beside this server; null: nowhere. */
  readonly resource: ProtectedResource | null;
  /** What answers at `/mcp`. */
  readonly build?: typeof buildMcpServer;
}

/** Largest body, in bytes. */
export const BODY_LIMIT = 256 * 1024;
const DEEPEST_JSON = 20;

export interface HttpApp {
  readonly app: Hono;
  close(): Promise<void>;
}

/** Everything that Hone answers over HTTP. */
export const createApp = (options: AppOptions): HttpApp => {
  const { build = buildMcpServer } = options;
  const hosts = [...options.allowedHosts];
  const app = createMcpHonoApp({
    host: options.host,
    allowedHosts: hosts,
    allowedOrigins: hosts,
    maxRequestBodySize: BODY_LIMIT,
  });
  app.use('*', requestLog(options.log));
  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: PAGE_POLICY,
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
      referrerPolicy: 'same-origin',
    }),
  );
  app.use('*', async (context, next) => {
    const { origin, host } = context.req.header();
    return ownOrigin(origin, host, hosts) ? next() : refusal(context, 403, 'This server answers its own pages only.');
  });
  const handler = createMcpHandler(({ authInfo }) => build({ ...options, ...requestOf(authInfo) }), {
    maxRequestBodySize: BODY_LIMIT,
    maxSubscriptions: 256,
    onerror: () => options.complain('hone: a request could not be answered'),
  });
  app.all('/mcp', async (context) => {
    const admitted = await admit(context, options);
    if (admitted instanceof Response) return admitted;
    const refused = refuse(context);
    if (refused !== null) return refused;
    const challenge = await scopeChallenge(context, options.resource, admitted, options.services).catch(() => null);
    if (challenge !== null) {
      const words = 'This sign-in may only read. Writing needs the scope memory:write.';
      return refusal(context, 403, words, { 'WWW-Authenticate': challenge });
    }
    const parsedBody: unknown = context.get('parsedBody' as never);
    showReservedKey(parsedBody);
    return handler.fetch(context.req.raw, { parsedBody, authInfo: asAuthInfo(logged(context, options.log, admitted)) });
  });
  addMachineDoors(app, { ...options, admit: (context) => admit(context, options) });
  if (options.resource !== null) addResourceMetadata(app, options.resource);
  addHealth(app, options);
  addMetrics(app, options);
  addConsole(app, { ...options, door: consoleDoor(options) });
  return { app, close: () => handler.close() };
};

const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const admit = async (context: Context, { gate, complain, resource }: AppOptions): Promise<Admitted | Response> => {
  const presented = bearerOf(context.req.header('authorization'));
  try {
    const admitted = await gate.admit(presented);
    if (admitted !== null) return admitted;
  } catch (error) {
    const known = asHoneError(error, complain);
    const words = `${known.code}: ${known.message}`;
    if (!(known instanceof RateLimited)) return refusal(context, 503, words);
    return refusal(context, 429, words, { 'Retry-After': String(known.retryAfterSeconds) });
  }
  const challenge = `Bearer realm="hone"${presented === undefined ? '' : ', error="invalid_token"'}${resource === null ? '' : resourceChallenge(context, resource)}`;
  return refusal(context, 401, 'A bearer token is needed: `Authorization: Bearer …`.', {
    'WWW-Authenticate': challenge,
  });
};

/** One request, as the server that the SDK makes for it needs it. */
type OneRequest = Pick<McpOptions, 'caller' | 'called'>;

/** Calls of the request go to the log under its id, with whose credential it was. */
const logged = (context: Context, log: EventLog, admitted: Admitted): OneRequest => {
  const fields = requestFields(context);
  let credential = 'none';
  return {
    caller: async (services) => {
      const connection = await admitted(services);
      credential = connection.principal.credential ?? 'own';
      return connection;
    },
    called: ({ seconds, errorCode }) =>
      log.info('call', { ...fields, credential, duration_ms: Math.round(seconds * 1_000), error_code: errorCode }),
  };
};

/** The SDK hands this on to the server that it makes for the request; the token itself goes no further. */
const asAuthInfo = (request: OneRequest): AuthInfo => ({ token: '', clientId: '', scopes: [], extra: { request } });

const requestOf = (authInfo: AuthInfo | undefined): OneRequest => authInfo?.extra?.request as OneRequest;

const refuse = (context: Context): Response | null => {
  const body: unknown = context.get('parsedBody' as never);
  if (deeperThan(body, DEEPEST_JSON)) {
    return refusal(context, 400, `The JSON is more than ${DEEPEST_JSON} levels deep.`);
  }
  if (!headersMatch(body, (name) => context.req.header(name))) {
    return refusal(context, 400, 'Mcp-Method or Mcp-Name differs from the body.', {}, -32_020);
  }
  return null;
};

const refusal = (
  context: Context,
  status: 400 | 401 | 403 | 429 | 503,
  message: string,
  headers: Record<string, string> = {},
  code: number = RPC_CODES[status],
): Response => context.json({ jsonrpc: '2.0', error: { code, message }, id: null }, status, headers);

const RPC_CODES = { 400: -32_600, 401: -31_401, 403: -32_000, 429: -32_000, 503: -32_000 } as const;

/** For whoever watches the process: alive, and able to work. No word about what is stored. */
const addHealth = (app: Hono, { services, project }: AppOptions): void => {
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    try {
      await (await services()).stores.lessons.list(project, { limit: 1 });
      return context.json({ status: 'ready' });
    } catch {
      return context.json({ status: 'store unavailable' }, 503);
    }
  });
};
