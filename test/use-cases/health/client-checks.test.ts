import { describe, expect, it } from 'vitest';
import type { ClientReport, HookTraces } from '../../../src/domain/client-report.ts';
import { clientChecks, hooksCheck } from '../../../src/use-cases/health/client-checks.ts';
import { clientReport } from '../../support/client-report.ts';

const machine = (clients: readonly ClientReport[], traces: Partial<HookTraces> = {}) => ({
  nodeVersion: '22.0.0',
  nodeVersionWanted: '20.19.0',
  modelDamage: async () => null,
  keptCalls: async () => ({ waiting: 0, setAside: 0 }),
  clients: async () => clients,
  hookTraces: async () => ({ waiting: 0, failures: 0, newest: null, ...traces }),
});
const silent = clientReport('cursor', { label: 'Cursor', servers: [], hooks: [] });

describe('clientChecks', () => {
  it('says where Hone is set up and where not, and what starting it gave', async () => {
    const report = clientReport('codex', { label: 'Codex', version: '0.169.0' });
    expect(await clientChecks(machine([report, silent]))).toEqual([
      { name: 'clients', status: 'ok', detail: 'Hone is configured in Codex. Not in: Cursor.' },
      {
        name: 'client_codex',
        status: 'ok',
        detail:
          'Codex 0.169.0: server of mcp.json: it lists 9 tools after 300 ms; 5 hooks of hooks.json: it runs in 90 ms.',
      },
    ]);
  });

  it('warns when none names it, or there is none', async () => {
    for (const clients of [[], [silent]]) {
      expect(await clientChecks(machine(clients))).toMatchObject([
        { status: 'warn', fix: expect.stringContaining('hone init') },
      ]);
    }
  });

  const dead = { ok: false, detail: 'node could not be started', ms: null };
  it.each<[string, Partial<ClientReport>, string, RegExp]>([
    [
      'a server that does not start',
      { servers: [{ path: 'a.json', start: dead }] },
      'fail',
      /hone init --client codex/u,
    ],
    [
      'a hook that does not run',
      { hooks: [{ path: 'h.json', events: 1, start: dead }] },
      'fail',
      /hone init --client codex/u,
    ],
    ['a file that cannot be read', { broken: [{ path: 'a', why: 'it is not valid TOML' }] }, 'fail', /Mend the file/u],
    ['hooks without a server', { servers: [] }, 'fail', /hone init/u],
    ['a server without hooks', { hooks: [] }, 'warn', /hone init/u],
    ['hooks that nobody trusted', { trusted: false }, 'warn', /\/hooks/u],
  ])('names what to do about %s', async (_, more, status, fix) => {
    const [, check] = await clientChecks(machine([clientReport('codex', more)]));
    expect(check).toMatchObject({ name: 'client_codex', status, fix: expect.stringMatching(fix) });
  });

  it('asks for no hooks where there are none, and says what a client cannot do', async () => {
    const [, plain] = await clientChecks(machine([clientReport('mcp-json', { hooks: [] })]));
    expect(plain?.status).toBe('ok');
    const [, vscode] = await clientChecks(machine([clientReport('vscode')]));
    expect(vscode?.detail).toContain('no text at a prompt');
  });
});

describe('hooksCheck', () => {
  it('passes quiet hooks, and shows failures that no client shows', async () => {
    expect(await hooksCheck(machine([], { waiting: 3 }))).toMatchObject([{ status: 'ok' }]);
    expect(await hooksCheck(machine([], { failures: 2, newest: 'codex Stop: EACCES' }))).toMatchObject([
      { status: 'warn', detail: '2 failures in the last 7 days; the newest: codex Stop: EACCES' },
    ]);
    expect(await hooksCheck(machine([], { waiting: 500 }))).toMatchObject([{ status: 'warn' }]);
  });
});
