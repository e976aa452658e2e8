import { describe, expect, it } from 'vitest';
import type { MachineInspection } from '../../../src/ports/machine-inspection.ts';
import { keptCallsCheck, modelFilesCheck, nodeCheck } from '../../../src/use-cases/health/machine-checks.ts';

const machine = (facts: {
  node?: string;
  damage?: string;
  kept?: { waiting: number; setAside: number };
}): MachineInspection => ({
  nodeVersion: facts.node ?? '20.19.0',
  nodeVersionWanted: '20.19.0',
  modelDamage: async () => facts.damage ?? null,
  keptCalls: async () => facts.kept ?? { waiting: 0, setAside: 0 },
  clients: async () => [],
  hookTraces: async () => ({ waiting: 0, failures: 0, newest: null }),
});

describe('nodeCheck', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.20.2', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.9', 'fail'],
    ['18.20.0', 'fail'],
  ])('%s: %s', (node, status) => {
    expect(nodeCheck(machine({ node })).status).toBe(status);
  });
});

describe('modelFilesCheck', () => {
  it('passes sound files, and says what is wrong with others', async () => {
    expect(await modelFilesCheck(machine({}))).toMatchObject([{ status: 'ok' }]);
    const damage = 'the embedding model is missing its file tokenizer.json';
    expect(await modelFilesCheck(machine({ damage }))).toMatchObject([{ status: 'fail', detail: `${damage}.` }]);
  });
});

describe('keptCallsCheck', () => {
  it('warns of writes that wait, and of those that were refused', async () => {
    expect(await keptCallsCheck(machine({}))).toMatchObject([{ status: 'ok' }]);
    const [check] = await keptCallsCheck(machine({ kept: { waiting: 2, setAside: 1 } }));
    expect(check).toMatchObject({ status: 'warn', detail: expect.stringContaining('2 writes wait') });
    expect(check?.detail).toContain('1 were refused');
  });
});
