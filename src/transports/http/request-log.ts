import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { EventFields, EventLog } from '../../ports/event-log.ts';
import { tools } from '../../tools/index.ts';
import { traceContext } from './trace-context.ts';

const REQUEST_ID = 'X-Request-Id';
/** What another server may have named the request by. */
const ID_FORM = /^[\w-]{8,64}$/u;
/** Asked every few seconds by machines. */
const QUIET: readonly string[] = ['/healthz', '/readyz', '/metrics', '/assets/*'];

const METHODS = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'tools/call',
  'resources/list',
  'resources/read',
  'resources/templates/list',
  'prompts/list',
  'prompts/get',
  'subscriptions/listen',
  'notifications/initialized',
  'notifications/cancelled',
]);
const TOOLS = new Set(tools.map(({ name }) => name));

/** Each request gets an id, and a line when it is answered. Neither address nor body is in it: both may hold a secret. */
export const requestLog = (log: EventLog): MiddlewareHandler => {
  return async (context, next) => {
    const given = context.req.header(REQUEST_ID) ?? '';
    const id = ID_FORM.test(given) ? given : randomUUID();
    context.set('requestId', id);
    const start = performance.now();
    await next();
    context.res.headers.set(REQUEST_ID, id);
    const route = routeOf(context);
    const fields = {
      ...requestFields(context),
      http_method: context.req.method,
      route,
      status: context.res.status,
      duration_ms: Math.round(performance.now() - start),
    };
    if (context.res.status >= 500) log.warn('request', fields);
    else if (QUIET.includes(route)) log.debug('request', fields);
    else log.info('request', fields);
  };
};

/** The pattern that answered; an address that nothing answers may hold anything. */
const routeOf = (context: Context): string => {
  const pattern = routePath(context, -1);
  return pattern.startsWith('/assets/') ? '/assets/*' : pattern;
};

/** By what a request is found again, and what it asked for. */
export const requestFields = (context: Context): EventFields => {
  const body: unknown = context.get('parsedBody' as never);
  return {
    request_id: context.get('requestId' as never),
    ...traceContext(body, context.req.header('traceparent')),
    ...rpcFields(body),
  };
};

/** Names that are Hone's or the protocol's; any other could be a text. */
const rpcFields = (body: unknown): EventFields => {
  const { method, params } = (body ?? {}) as { method?: unknown; params?: { name?: unknown } };
  if (typeof method !== 'string') return {};
  const name = params?.name;
  return {
    rpc_method: METHODS.has(method) ? method : 'other',
    ...(method === 'tools/call' && typeof name === 'string' ? { tool: TOOLS.has(name) ? name : 'other' } : {}),
  };
};
