import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import type { TeamMachine } from '../../../src/ports/team-machine.ts';
import { teamCheck } from '../../../src/use-cases/health/team-check.ts';

const NOW = '2026-10-01T00:00:00.000Z';
const machine = (more: Partial<TeamMachine> = {}, expires_at: string | null = null): TeamMachine => ({
  read: () => ({
    version: 1,
    url: 'https://hone.example.com',
    token: 'hone_a-token-of-the-test',
    name: 'dan',
    roles: ['agent'],
    projects: '*',
    expires_at,
    connected_at: NOW,
  }),
  write: () => {},
  remove: () => true,
  whoami: async () => ({ name: 'dan', roles: ['agent'], projects: '*', expires_at, version: '0.1.0' }),
  provider: async () => null,
  signIn: async () => '',
  flag: async () => ({ result: {} }),
  send: async () => ({ kept: 0, waiting: 0, why: null }),
  ...more,
});
const refusing = (code: 'FORBIDDEN' | 'STORE_UNAVAILABLE') =>
  machine({
    whoami: () => Promise.reject(new HoneError(code, 'No.', '')),
    send: async () => ({ kept: 0, waiting: 3, why: 'away' }),
  });

describe('teamCheck', () => {
  it('says nothing without a connection', async () => {
    expect(await teamCheck(machine({ read: () => null }), NOW)).toEqual([]);
  });

  it.each([
    [machine(), 'ok', 'which answers; nothing waits'],
    [machine({}, '2026-10-03T00:00:00.000Z'), 'warn', 'ends at 2026-10-03'],
    [machine({}, '2026-11-03T00:00:00.000Z'), 'ok', 'answers'],
    [refusing('FORBIDDEN'), 'fail', '3 events wait'],
    [refusing('STORE_UNAVAILABLE'), 'fail', 'cannot be used (STORE_UNAVAILABLE: No.)'],
  ])('tells how it is (%#)', async (team, status, words) => {
    expect(await teamCheck(team, NOW)).toMatchObject([
      { name: 'team', status, detail: expect.stringContaining(words) },
    ]);
  });
});
