import { clientSetups } from './client-setup.ts';

interface Start {
  readonly origin: string;
  /** Where the user's token lies; null when it came from outside, or none is asked for. */
  readonly ownFile: string | null;
  /** Null when none is asked for. */
  readonly signInCode: string | null;
}

/** What to do next, for the person who started the server. Holds no token. */
export const startWords = ({ origin, ownFile, signInCode }: Start): string =>
  [
    signInCode === null
      ? `Anyone on this machine may call it (--no-auth). Page: ${origin}/`
      : `Page: ${origin}/login?code=${signInCode} (works once, for one hour)`,
    ...(ownFile === null ? [] : ['', 'Clients need the token:', `  export HONE_TOKEN="$(cat '${ownFile}')"`]),
    ...clientSetups(`${origin}/mcp`).flatMap(({ client, file, text }) => ['', `${client}, ${file}:`, text]),
    '',
    'Then give your agent a task; what you correct, it keeps. Ctrl-C ends the server.',
  ].join('\n');
