import type { Context, Hono } from 'hono';
import { hasRole, type Principal } from '../../domain/principal.ts';
import type { Services } from '../../use-cases/services.ts';
import { exportedFamilies } from '../exported-families.ts';
import { asHoneError } from '../mcp/refusal.ts';
import { bearerOf, type Gate } from './authenticate.ts';
import { isLoopback } from './hosts.ts';
import { PROMETHEUS_TYPE, prometheusText } from './prometheus-text.ts';

export interface MetricsOptions {
  readonly services: () => Promise<Services>;
  readonly gate: Gate;
  readonly host: string;
  readonly allowHosts: readonly string[];
  readonly complain: (line: string) => void;
}

/**
 * `/metrics` for Prometheus. A server that nobody but this machine reaches answers whoever asks; where others reach it, also
 * through a proxy under a name of its own, it takes a token of a lead or an admin, and shows the projects of that token.
 */
export const addMetrics = (app: Hono, options: MetricsOptions): void => {
  const families = exportedFamilies(options.services);
  app.get('/metrics', async (context) => {
    try {
      const reader = await readerOf(context, options);
      if (reader === null) return refused(context);
      return context.body(prometheusText(await families(reader)), 200, { 'Content-Type': PROMETHEUS_TYPE });
    } catch (error) {
      const { code, message } = asHoneError(error, options.complain);
      return context.text(`# ${code}: ${message}\n`, 503);
    }
  });
};

/** The projects that may be seen; null: nothing. */
const readerOf = async (
  context: Context,
  { gate, host, allowHosts }: MetricsOptions,
): Promise<Principal['projects'] | null> => {
  if (gate.open || (isLoopback(host) && allowHosts.length === 0)) return '*';
  const presented = bearerOf(context.req.header('authorization'));
  const owner = presented === undefined ? null : await gate.owner(presented);
  const person = owner === null ? null : await gate.person(owner);
  if (person === null || !hasRole(person.principal, 'lead', 'admin')) return null;
  return person.principal.projects;
};

const refused = (context: Context): Response =>
  context.text('# A bearer token of a lead or an admin is needed: `Authorization: Bearer …`.\n', 401, {
    'WWW-Authenticate': 'Bearer realm="hone"',
  });
