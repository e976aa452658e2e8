import { describe, expect, it } from 'vitest';
import { HoneError } from '../../src/domain/error.ts';
import type { MachineInspection } from '../../src/ports/machine-inspection.ts';
import { examineHealth } from '../../src/use-cases/examine-health.ts';
import { clientReport } from '../support/client-report.ts';
import { openTestServices } from '../support/test-services.ts';

const machine: MachineInspection = {
  nodeVersion: '22.0.0',
  nodeVersionWanted: '20.19',
  modelDamage: async () => null,
  keptCalls: async () => ({ waiting: 0, setAside: 0 }),
  clients: async () => [clientReport('codex')],
  hookTraces: async () => ({ waiting: 0, failures: 0, newest: null }),
};
const inspectMachine = async (): Promise<MachineInspection> => machine;
const statuses = (checks: readonly { name: string; status: string }[]): Record<string, string> =>
  Object.fromEntries(checks.map(({ name, status }) => [name, status]));

describe('examineHealth', () => {
  it('examines a real store', async () => {
    const { services } = await openTestServices();
    const report = await examineHealth({ open: async () => services, inspectMachine });
    expect(report.ok).toBe(true);
    expect(statuses(report.checks)).toMatchObject({
      node: 'ok',
      model_files: 'ok',
      clients: 'ok',
      store: 'ok',
      schema: 'ok',
      settings: 'ok',
      integrity: 'ok',
      permissions: 'ok',
      wal: 'ok',
      recalls: 'warn',
      embedding: 'warn',
    });
  });

  it('fails when the store does not open, and claims nothing that needs it', async () => {
    const open = () => Promise.reject(new HoneError('STORE_UNAVAILABLE', 'The file is damaged.', 'Restore a copy.'));
    const report = await examineHealth({ open, inspectMachine });
    expect(report.ok).toBe(false);
    expect(report.checks).toContainEqual({
      name: 'store',
      status: 'fail',
      detail: 'Could not be examined. STORE_UNAVAILABLE: The file is damaged.',
      fix: 'Restore a copy.',
    });
    const passed = report.checks.filter((check) => check.status === 'ok').map((check) => check.name);
    expect(passed).toEqual(['node', 'model_files', 'kept_calls', 'clients', 'client_codex', 'hooks']);
  });

  it('examines the store where the machine cannot be examined', async () => {
    const { services } = await openTestServices();
    const report = await examineHealth({
      open: async () => services,
      inspectMachine: () => Promise.reject(new Error('no such module')),
    });
    expect(report.ok).toBe(false);
    expect(statuses(report.checks)).toMatchObject({ machine: 'fail', store: 'ok' });
  });

  it('fails when the model does not do what it promises', async () => {
    const { services } = await openTestServices();
    const open = async () => ({
      ...services,
      embedder: {
        ...services.embedder,
        identity: services.embedder.identity,
        status: () => ({ state: 'ready' as const }),
        embed: async () => new Float32Array([1, 1]),
      },
    });
    const report = await examineHealth({ open, inspectMachine });
    expect(report.ok).toBe(false);
    expect(statuses(report.checks)).toMatchObject({ embedding: 'fail' });
  });
});
