import { mkdirSync } from 'node:fs';
import { ERROR_CODES, HoneError } from '../../domain/error.ts';
import { findSecrets } from '../../domain/guard/find-secrets.ts';
import type { TeamConnection } from '../../domain/team-connection.ts';
import { cleanText } from '../../domain/text/canonical.ts';
import type { TeamMachine, TeamSignIn } from '../../ports/team-machine.ts';
import { callTeam, jsonOf, type TeamAnswer, type TeamCall } from './call-team.ts';
import { readTeam, removeTeam, writeTeam } from './team-file.ts';
import { flagBody, TeamSpool, type TeamSpoolOptions } from './team-spool.ts';

/** A person waits for these. */
const ANSWER_MS = 10_000;
const SEND_MS = 20_000;

export interface TeamMachineOptions {
  readonly home: string;
  /** Where lies what hooks and people left for a server. */
  readonly waitingFor: (url: string) => Pick<TeamSpoolOptions, 'folder' | 'spool' | 'calls'>;
  /** Gives a token of the provider: the person signed in there. */
  readonly signInAt: (provider: ProtectedServer, how: TeamSignIn) => Promise<string>;
}

/** What a server says of where its people sign in (RFC 9728). */
export interface ProtectedServer {
  readonly issuer: string;
  /** For whom the token must be made. */
  readonly resource: string;
  /** The name of this program there; null: the server does not say. */
  readonly clientId: string | null;
}

export const openTeamMachine = ({ home, waitingFor, signInAt }: TeamMachineOptions): TeamMachine => ({
  read: () => readTeam(home),
  write: (team) => {
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      writeTeam(home, team);
    } catch (cause) {
      const hint = 'Check that you may write to it and that the disk has room.';
      throw new HoneError('STORE_UNAVAILABLE', "The connection cannot be written to Hone's folder.", hint, { cause });
    }
  },
  remove: () => removeTeam(home),
  whoami: async (url, token) => {
    const said = jsonOf(await ask(url, token, { path: '/whoami' }));
    const { name, roles, projects, expires_at, version } = said ?? {};
    if (typeof name !== 'string' || !(projects === '*' || isTexts(projects))) throw noServer();
    return {
      name,
      roles: isTexts(roles) ? roles : [],
      projects,
      expires_at: typeof expires_at === 'string' ? expires_at : null,
      version: String(version ?? ''),
    };
  },
  provider: async (url) => (await protectedServer(url))?.issuer ?? null,
  signIn: async (url, how) => {
    const server = await protectedServer(url);
    if (server === null) {
      const hint = 'Ask an admin for a token, and give it: hone connect URL --token-file FILE';
      throw new HoneError('NOT_FOUND', 'The server names no place to sign in.', hint);
    }
    const said = jsonOf(await ask(url, await signInAt(server, how), { path: '/connect', body: {} }));
    if (typeof said?.token !== 'string') throw noServer();
    return said.token;
  },
  flag: async (flag) => {
    const team = readTeam(home);
    if (team === null) throw new HoneError('NOT_FOUND', 'This machine is connected to no team.', 'hone connect URL');
    refuseSecret(flag.input);
    try {
      const said = jsonOf(await ask(team.url, team.token, { path: '/flag', body: flagBody(flag) }));
      if (said === null) throw noServer();
      return { result: said };
    } catch (error) {
      if (!(error instanceof HoneError) || !['BUSY', 'STORE_UNAVAILABLE'].includes(error.code)) throw error;
      await waitingFor(team.url)
        .calls.keep({ ...flag, tool: 'flag', by: team.name, ids: [] })
        .catch(() => {
          throw error;
        });
      return { kept: error.message };
    }
  },
  send: async () => {
    const team = readTeam(home);
    if (team === null) return { kept: 0, waiting: 0, why: null };
    const place = waitingFor(team.url);
    const waiting = new TeamSpool({ ...place, team, log: () => {} });
    const { kept, why } = await waiting.send(AbortSignal.timeout(SEND_MS), { force: true });
    return { kept, waiting: why === null ? 0 : await countOf(place), why };
  },
});

const countOf = async ({ spool, calls }: Pick<TeamSpoolOptions, 'spool' | 'calls'>): Promise<number> =>
  (await spool.claim()).reduce((sum, { events }) => sum + events.length, (await calls.counts()).waiting);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What holds a secret is neither sent nor written down to wait. */
const refuseSecret = (value: unknown): void => {
  if (typeof value === 'string' && findSecrets(value).length > 0) {
    const hint = 'Take it out, and revoke it if it is real.';
    throw new HoneError('SECRET_FOUND', 'What was said holds a secret; nothing was sent or kept.', hint);
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseSecret);
};

/** @throws HoneError where the answer is none to go on with. */
const ask = async (url: string, token: string, call: TeamCall): Promise<TeamAnswer> => {
  const answer = await reach({ url, token }, call);
  if (answer.status === 200) return answer;
  if (answer.status === 401 || answer.status === 403) {
    throw new HoneError(
      'FORBIDDEN',
      'The server does not take the credential.',
      'Sign in again (hone connect URL), or ask an admin for a new token.',
    );
  }
  const refusal = refusalIn(answer);
  if (refusal !== null) throw refusal;
  if (answer.status === 503 || answer.status === 429) {
    throw new HoneError('BUSY', 'The server is there and cannot answer now.', 'Try again in a minute.');
  }
  throw noServer();
};

/** The server's own words for why not. */
const refusalIn = (answer: TeamAnswer): HoneError | null => {
  const { code, message, hint } = (jsonOf(answer)?.error ?? {}) as Record<string, unknown>;
  const known = ERROR_CODES.find((one) => one === code);
  if (known === undefined) return null;
  return new HoneError(known, plain(message), plain(hint));
};

/** Words of another machine, harmless for a terminal. */
const plain = (words: unknown): string =>
  cleanText(String(words ?? ''))
    .text.replace(/\s+/gu, ' ')
    .slice(0, 500);

const reach = async (team: Pick<TeamConnection, 'url' | 'token'>, call: TeamCall): Promise<TeamAnswer> => {
  try {
    return await callTeam(team, call, AbortSignal.timeout(ANSWER_MS));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new HoneError(
      'STORE_UNAVAILABLE',
      `The server cannot be reached${code === undefined || code === 'ABORT_ERR' ? '' : ` (${code})`}.`,
      'Check the address and the network.',
      { cause },
    );
  }
};

const noServer = (): HoneError =>
  new HoneError(
    'STORE_UNAVAILABLE',
    "What answers there is no server of Hone's that can be connected to.",
    'Check the address; the server must run a version of Hone that has `hone connect`.',
  );

const PLACE = '/.well-known/oauth-protected-resource';

/** Null where people sign in by tokens of the server only. */
const protectedServer = async (url: string): Promise<ProtectedServer | null> => {
  const answer = await reach({ url, token: '' }, { path: PLACE });
  const said = answer.status === 200 ? jsonOf(answer) : null;
  const issuers = said?.authorization_servers;
  const [issuer] = isTexts(issuers) ? issuers : [];
  if (issuer === undefined || typeof said?.resource !== 'string') return null;
  const clientId = said.hone_client_id;
  return { issuer, resource: said.resource, clientId: typeof clientId === 'string' ? clientId : null };
};
