import type { Time } from './ids.ts';

/** That this machine belongs to a team: where its server is, and the credential that it gave. */
export interface TeamConnection {
  readonly version: 1;
  /** Address of the server without a slash at the end, e.g. `https://hone.example.com`. */
  readonly url: string;
  readonly token: string;
  /** Whose word the server takes it for. */
  readonly name: string;
  readonly roles: readonly string[];
  /** What the credential covers, narrowed to what the developer wants to send. */
  readonly projects: '*' | readonly string[];
  readonly expires_at: Time | null;
  readonly connected_at: Time;
}

/** Whether what happens in a project is the team's business; of any other nothing leaves the machine. */
export const isTeamProject = ({ projects }: TeamConnection, project: string): boolean =>
  projects === '*' || projects.includes(project);

/** What of a credential's projects a developer wants to send; null: none of what they name is covered. */
export const narrowedTo = (
  covered: TeamConnection['projects'],
  wanted: readonly string[],
): TeamConnection['projects'] | null => {
  if (wanted.length === 0) return covered;
  const both = covered === '*' ? wanted : wanted.filter((project) => covered.includes(project));
  return both.length === wanted.length ? both : null;
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address of a server as it is kept; null when a token must not be sent there: no https, or no plain address. */
export const teamUrl = (given: string): string | null => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return null;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return safe ? `${url.origin}${url.pathname}`.replace(/\/(?:mcp\/?)?$/u, '') : null;
};
