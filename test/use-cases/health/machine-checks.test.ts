import { describe, expect, it } from 'vitest';
import type { MachineInspection } from '../../../src/ports/machine-inspection.ts';
import { clientsCheck, modelFilesCheck, nodeCheck } from '../../../src/use-cases/health/machine-checks.ts';

const machine = (facts: {
  node?: string;
  damage?: string;
  clients?: Awaited<ReturnType<MachineInspection['clients']>>;
}): MachineInspection => ({
  nodeVersion: facts.node ?? '20.19.0',
  nodeVersionWanted: '20.19.0',
  modelDamage: async () => facts.damage ?? null,
  clients: async () => facts.clients ?? [],
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

describe('clientsCheck', () => {
  const codex = { client: 'Codex', files: ['a'], naming: ['a'] };
  const cursor = { client: 'Cursor', files: ['b'], naming: [] };
  it('passes when one names Hone, and says which do not', async () => {
    const [check] = await clientsCheck(machine({ clients: [codex, cursor] }));
    expect(check).toMatchObject({ status: 'ok', detail: 'Hone is configured in Codex. Not in: Cursor.' });
  });
  it('warns when none does, or there is none', async () => {
    expect(await clientsCheck(machine({ clients: [cursor] }))).toMatchObject([{ status: 'warn' }]);
    expect(await clientsCheck(machine({}))).toMatchObject([{ status: 'warn' }]);
  });
});
