import { describe, expect, it } from 'vitest';
import { HoneError } from '../../src/domain/error.ts';
import type { TeamConnection } from '../../src/domain/team-connection.ts';
import type { TeamIdentity, TeamMachine } from '../../src/ports/team-machine.ts';
import { connectTeam, disconnectTeam, teamStatus } from '../../src/use-cases/connect-team.ts';

const clock = { now: () => '2026-10-01T00:00:00.000Z' };
const DAN: TeamIdentity = { name: 'dan', roles: ['agent'], projects: ['app'], expires_at: null, version: '0.1.0' };
const signIn = { tell: () => {}, browser: false };
const URL_OF = 'https://hone.example.com';
const GIVEN = { url: URL_OF, token: 'hone_a-token-of-the-test', projects: [], signIn };

const machineOf = (more: Partial<TeamMachine> = {}): TeamMachine & { team: TeamConnection | null } => {
  const machine: TeamMachine & { team: TeamConnection | null } = {
    team: null,
    read: () => machine.team,
    write: (team: TeamConnection) => {
      machine.team = team;
    },
    remove: () => {
      machine.team = null;
      return true;
    },
    whoami: async () => DAN,
    provider: async () => null,
    signIn: async () => 'hone_by-signing-in-here',
    flag: async () => ({ result: {} }),
    send: async () => ({ kept: 2, waiting: 0, why: null }),
    ...more,
  };
  return machine;
};

describe('connectTeam', () => {
  it('writes the connection down once the server took the credential', async () => {
    const machine = machineOf();
    expect(await connectTeam(machine, clock, GIVEN)).toEqual({
      version: 1,
      url: URL_OF,
      token: GIVEN.token,
      name: 'dan',
      roles: ['agent'],
      projects: ['app'],
      expires_at: null,
      connected_at: clock.now(),
    });
    expect(machine.team?.token).toBe(GIVEN.token);
  });

  it('signs in where no token is given', async () => {
    const machine = machineOf();
    await connectTeam(machine, clock, { ...GIVEN, token: null });
    expect(machine.team?.token).toBe('hone_by-signing-in-here');
  });

  it.each([
    [{ ...GIVEN, url: 'http://hone.example.com' }, 'INVALID_INPUT'],
    [{ ...GIVEN, token: '' }, 'INVALID_INPUT'],
    [{ ...GIVEN, token: 'two words that are none' }, 'INVALID_INPUT'],
    [{ ...GIVEN, projects: ['other'] }, 'NOT_FOUND'],
  ])('refuses %j and writes nothing', async (input, code) => {
    const machine = machineOf();
    await expect(connectTeam(machine, clock, input)).rejects.toMatchObject({ code });
    expect(machine.team).toBeNull();
  });
});

describe('teamStatus', () => {
  it('says that there is none', async () => {
    expect(await teamStatus(machineOf())).toMatchObject({ connected: false, reachable: false });
  });

  it('uses the connection, and says why it cannot', async () => {
    const machine = machineOf();
    await connectTeam(machine, clock, GIVEN);
    expect(await teamStatus(machine)).toMatchObject({
      connected: true,
      reachable: true,
      why: null,
      sent: 2,
      waiting: 0,
    });
    const away = machineOf({
      read: machine.read,
      whoami: () => Promise.reject(new HoneError('FORBIDDEN', 'The server does not take it.', '')),
      send: async () => ({ kept: 0, waiting: 3, why: 'refused' }),
    });
    expect(await teamStatus(away)).toMatchObject({
      connected: true,
      reachable: false,
      why: 'FORBIDDEN: The server does not take it.',
      waiting: 3,
    });
  });
});

describe('disconnectTeam', () => {
  it('sends what waits and forgets the credential', async () => {
    const machine = machineOf();
    expect(await disconnectTeam(machine)).toEqual({ url: null, sent: 0, waiting: 0 });
    await connectTeam(machine, clock, GIVEN);
    expect(await disconnectTeam(machine)).toEqual({ url: URL_OF, sent: 2, waiting: 0 });
    expect(machine.team).toBeNull();
  });
});
