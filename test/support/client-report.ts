import type { ClientReport } from '../../src/domain/client-report.ts';

/** A client that is set up and well, but for what a test says. */
export const clientReport = (client: ClientReport['client'], more: Partial<ClientReport> = {}): ClientReport => ({
  client,
  label: client,
  version: null,
  servers: [{ path: 'mcp.json', start: { ok: true, detail: 'it lists 9 tools after 300 ms', ms: 300 } }],
  hooks: [{ path: 'hooks.json', events: 5, start: { ok: true, detail: 'it runs in 90 ms', ms: 90 } }],
  broken: [],
  trusted: true,
  ...more,
});
