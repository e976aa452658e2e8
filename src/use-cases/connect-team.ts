import { HoneError } from '../domain/error.ts';
import { narrowedTo, type TeamConnection, teamUrl } from '../domain/team-connection.ts';
import type { Clock } from '../ports/clock.ts';
import type { TeamIdentity, TeamMachine, TeamSignIn } from '../ports/team-machine.ts';

export interface ConnectTeamInput {
  readonly url: string;
  /** Given by the developer; null: they sign in. */
  readonly token: string | null;
  /** Projects of which something may be sent; empty: all that the credential covers. */
  readonly projects: readonly string[];
  readonly signIn: TeamSignIn;
}

const TOKEN = /^[\x21-\x7e]{16,4096}$/u;

/** The address as it is kept. @throws HoneError INVALID_INPUT for one to which no token must be sent. */
export const checkedTeamUrl = (given: string): string => {
  const url = teamUrl(given);
  if (url !== null) return url;
  throw new HoneError(
    'INVALID_INPUT',
    'The address is not that of a server: it must begin with https, and may begin with http for this machine only.',
    'Example: hone connect https://hone.example.com',
  );
};

/**
 * Connects this machine to a team's server: what hooks see in the team's projects goes there from now on, and `hone init` writes its
 * address into clients. Nothing is written before the server took the credential.
 *
 * @throws HoneError INVALID_INPUT, FORBIDDEN, NOT_FOUND or STORE_UNAVAILABLE
 */
export const connectTeam = async (
  machine: TeamMachine,
  clock: Clock,
  { url: given, token: own, projects: wanted, signIn }: ConnectTeamInput,
): Promise<TeamConnection> => {
  const url = checkedTeamUrl(given);
  const token = own?.trim() ?? (await machine.signIn(url, signIn));
  if (!TOKEN.test(token)) {
    throw new HoneError(
      'INVALID_INPUT',
      'What was given is no token: it is empty, or has blanks in it.',
      'An admin makes one: hone token create --role developer --project app --for ann',
    );
  }
  const { name, roles, projects: covered, expires_at } = await machine.whoami(url, token);
  const projects = narrowedTo(covered, wanted);
  if (projects === null) {
    throw new HoneError(
      'NOT_FOUND',
      'The credential does not cover every project that was named.',
      'Name fewer, or ask an admin for a token that covers them.',
    );
  }
  const team: TeamConnection = { version: 1, url, token, name, roles, projects, expires_at, connected_at: clock.now() };
  machine.write(team);
  return team;
};

export interface TeamStatus {
  readonly connected: boolean;
  readonly url: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly projects: TeamConnection['projects'];
  readonly expires_at: string | null;
  readonly reachable: boolean;
  /** Why the server cannot be used; null: it can. */
  readonly why: string | null;
  readonly server_version: string | null;
  /** Events that were sent just now, and those that wait. */
  readonly sent: number;
  readonly waiting: number;
}

const NOT_CONNECTED: TeamStatus = {
  connected: false,
  url: null,
  name: null,
  roles: [],
  projects: [],
  expires_at: null,
  reachable: false,
  why: null,
  server_version: null,
  sent: 0,
  waiting: 0,
};

/** How the connection is, by using it; what waits is sent on the way. */
export const teamStatus = async (machine: TeamMachine): Promise<TeamStatus> => {
  const team = machine.read();
  if (team === null) return NOT_CONNECTED;
  const { url, name, roles, projects, expires_at } = team;
  const found = await machine.whoami(url, team.token).catch((error: unknown) => {
    if (error instanceof HoneError) return error;
    throw error;
  });
  const identity: TeamIdentity | null = found instanceof HoneError ? null : found;
  const { kept, waiting, why } = await machine.send();
  return {
    connected: true,
    url,
    name: identity?.name ?? name,
    roles: identity?.roles ?? roles,
    projects,
    expires_at: identity?.expires_at ?? expires_at,
    reachable: identity !== null,
    why: found instanceof HoneError ? `${found.code}: ${found.message}` : why,
    server_version: identity?.version ?? null,
    sent: kept,
    waiting,
  };
};

/** Takes this machine out of the team; what waits is sent first, as far as the server is there. */
export const disconnectTeam = async (
  machine: TeamMachine,
): Promise<{ url: string | null; sent: number; waiting: number }> => {
  const team = machine.read();
  if (team === null) return { url: null, sent: 0, waiting: 0 };
  const { kept, waiting } = await machine.send();
  machine.remove();
  return { url: team.url, sent: kept, waiting };
};
