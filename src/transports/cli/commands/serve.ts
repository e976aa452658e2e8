import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { UsageError } from '../usage-error.ts';

interface ServeOptions {
  readonly http?: boolean;
  readonly host?: string;
  readonly port?: number;
  readonly allowHost: readonly string[];
  readonly publicUrl?: string;
  /** False with `--no-auth`. */
  readonly auth: boolean;
}

const DEFAULT = { host: '127.0.0.1', port: 4663 } as const;

/** `hone serve`: agents reach Hone over MCP; stdout carries the protocol only. */
export const serveCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('serve', 'serve agents over MCP: on stdin and stdout, or over HTTP')
      .option('--http', 'over HTTP, for a team')
      .option('--host <address>', `with --http: the address to listen on (default: ${DEFAULT.host})`)
      .option(
        '--port <number>',
        `with --http: the port; 0 picks a free one (default: ${DEFAULT.port})`,
        wholeNumber(0, 65_535),
      )
      .option(
        '--allow-host <name>',
        'with --http: a name under which others reach this server (repeatable)',
        collect,
        [],
      )
      .option(
        '--public-url <address>',
        'with --http: how others reach this server, for sign-in by an identity provider',
        publicUrl,
      )
      .option('--no-auth', 'with --http: without a token, for tests; on this machine only')
      .action((options: ServeOptions) => (options.http ? serveHttp(context, options) : serveStdio(context, options))),
    'hone serve',
    'hone serve --http --port 4663',
  );

const serveStdio = async (
  context: CliContext,
  { host, port, auth, allowHost, publicUrl: named }: ServeOptions,
): Promise<void> => {
  if (host !== undefined || port !== undefined || !auth || allowHost.length > 0 || named !== undefined) {
    throw new UsageError(
      '--host, --port, --allow-host, --public-url and --no-auth are for --http.',
      'Example: hone serve --http --port 4663',
    );
  }
  const connection = await context.servingConnection();
  const { serveMcpStdio } = await import('../../mcp/stdio.ts');
  await serveMcpStdio({
    open: connection.open,
    standby: connection.standby,
    local: connection,
    version: context.version,
    hooks: connection.hooks,
  });
};

const serveHttp = async (
  context: CliContext,
  { host, port, auth, allowHost, publicUrl: named }: ServeOptions,
): Promise<void> => {
  const connection = await context.servingConnection({ remote: true });
  const { home, token, issuer, cliClientId, browserSignIn } = connection;
  const { listenHttp } = await import('../../http/listen.ts');
  await listenHttp({
    open: connection.open,
    log: connection.log,
    local: { user: connection.user, project: connection.project },
    examine: connection.examineApart,
    version: context.version,
    hooks: connection.hooks,
    home,
    host: host ?? DEFAULT.host,
    port: port ?? DEFAULT.port,
    auth,
    allowHosts: named === undefined ? allowHost : [...allowHost, new URL(named).hostname],
    ...(issuer === undefined ? {} : { issuer, cliClientId }),
    ...(browserSignIn === undefined ? {} : { browserSignIn }),
    ...(named === undefined ? {} : { publicUrl: named }),
    ...(token === undefined ? {} : { token }),
  });
};

/** @throws UsageError unless it is an http or https address without a path. */
const publicUrl = (given: string): string => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new UsageError(
      '--public-url is not the address of a server.',
      'Example: --public-url https://hone.example.com',
    );
  }
  return url.origin;
};
