import type { Launch, RemoteServer } from '../../domain/client-setup.ts';

export type EntryOf = (launch: Launch) => object;

/** How a client names a server at an address. `bearer` is given the client's way to say "the variable HONE_TOKEN". */
export type RemoteForm = (server: RemoteServer, bearer: (variable: string) => string) => object;

/** The entry of a server that the client starts, or of the team's at its address where this machine is connected to one. */
export const entryFor =
  (local: EntryOf, remote: RemoteForm): EntryOf =>
  (launch) =>
    launch.remote === undefined ? local(launch) : remote(launch.remote, bearerOf(launch.remote));

const bearerOf =
  ({ token }: RemoteServer) =>
  (variable: string): string =>
    `Bearer ${token ?? variable}`;

/** Claude Code, Copilot CLI, and who reads their files. */
export const typedRemote: RemoteForm = ({ url }, bearer) => ({
  type: 'http',
  url,
  headers: { Authorization: bearer(`\${HONE_TOKEN}`) },
});
