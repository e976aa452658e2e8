import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import { HoneError } from '../../domain/error.ts';
import type { BrowserSignIn } from '../../ports/browser-sign-in.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { HealthReport } from '../../use-cases/examine-health.ts';
import type { LocalUser } from '../../use-cases/identify.ts';
import type { Services } from '../../use-cases/services.ts';
import { exportedFamilies } from '../exported-families.ts';
import type { HookPlaces } from '../hooks/hook-places.ts';
import { serveHooks } from '../hooks/serve-hooks.ts';
import { LazyServices, type OpenServices } from '../lazy-services.ts';
import { BODY_LIMIT, createApp } from './app.ts';
import { Gate } from './authenticate.ts';
import { earlyRefusal } from './early-refusal.ts';
import { type GracefulServer, gracefulServer } from './graceful-server.ts';
import { allowedHosts, inUrl, isLoopback } from './hosts.ts';
import { localToken, tokenFile } from './local-token.ts';
import { startNoticeRounds } from './notice-rounds.ts';
import { ProviderPeople } from './provider-people.ts';
import type { ProtectedResource } from './resource-metadata.ts';
import { SignIn } from './sign-in.ts';
import { startWords } from './start-words.ts';

export interface ListenHttpOptions {
  readonly open: () => Promise<OpenServices>;
  readonly log: () => Promise<EventLog>;
  /** Who started the server, and where. */
  readonly local: Pick<LocalUser, 'user' | 'project'>;
  /** Examines what this server uses; it may take minutes, and must not hold it up. */
  readonly examine: () => Promise<HealthReport>;
  readonly version: string;
  readonly hooks: HookPlaces;
  /** Folder of the token file. */
  readonly home: string;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** False: whoever reaches the port is let in. */
  readonly auth: boolean;
  /** From HONE_TOKEN; absent: the user's own file. */
  readonly token?: string;
  /** Address of an identity provider whose tokens the store's credentials take. */
  readonly issuer?: string;
  /** The name under which it knows the command line on people's machines. */
  readonly cliClientId?: string | undefined;
  /** How people sign in there through their browser; absent: they do not. */
  readonly browserSignIn?: () => Promise<BrowserSignIn>;
  /** How others reach this server; absent: as it listens. */
  readonly publicUrl?: string;
  /** Names under which a proxy or another machine asks for this server. */
  readonly allowHosts: readonly string[];
}

/**
 * Serves agents at `/mcp` and people at `/` until the process is asked to end.
 *
 * @throws HoneError INVALID_INPUT for an address without protection; CONFLICT for a port that is taken.
 */
export const listenHttp = async (options: ListenHttpOptions): Promise<void> => {
  const { host, auth, local, version } = options;
  const services = new LazyServices(options.open, () => exported('*'));
  const exported = exportedFamilies(services.get);
  const gate = new Gate({
    services: services.get,
    local,
    open: !auth,
    ownToken: await ownTokenOf(options, services.get),
  });
  const signIn = new SignIn();
  const log = await options.log();
  const complain = (line: string): void => log.warn('complaint', { words: line });
  const { app, close } = createApp({
    services: services.get,
    project: local.project,
    examine: options.examine,
    version,
    complain,
    log,
    gate,
    signIn,
    host,
    allowedHosts: allowedHosts(host, options.allowHosts),
    allowHosts: options.allowHosts,
    people: await peopleOf(options, services.get),
    publicUrl: options.publicUrl ?? null,
    resource: resourceOf(options),
  });
  const answer = toNodeHandler({ fetch: async (request) => app.fetch(request) }, { maxRequestBodySize: BODY_LIMIT });
  const web = gracefulServer((request, response) => {
    const refused = earlyRefusal(request);
    if (refused === null) void answer(request as NodeIncomingMessageLike, response);
    else response.writeHead(refused, { Connection: 'close' }).end();
  });
  const port = await bind(web, options);
  const origin = `http://${inUrl(host)}:${port}`;
  process.stdout.write(`hone listening on ${origin}\n`);
  const ownFile = auth && options.token === undefined && isLoopback(host) ? tokenFile(options.home) : null;
  process.stderr.write(`${startWords({ origin, ownFile, signInCode: auth ? signIn.code(gate.ownOwner) : null })}\n`);
  log.info('started', { version, port, sign_in: auth });
  services.prepare();
  const endRounds = startNoticeRounds({ services: services.get, log, consoleAt: options.publicUrl ?? origin });
  const answering = serveHooks({ ...options.hooks, services: services.get, local: options.local, complain });
  log.info('stopping', { signal: await endOfProcess() });
  await web.stop();
  await endRounds();
  await answering.close();
  await close();
  await services.close();
  log.info('stopped');
};

const resourceOf = ({ issuer, cliClientId, publicUrl }: ListenHttpOptions): ProtectedResource | null =>
  issuer === undefined ? null : { issuer, clientId: cliClientId ?? null, publicUrl: publicUrl ?? null };

const peopleOf = async (
  { browserSignIn }: ListenHttpOptions,
  services: () => Promise<Services>,
): Promise<ProviderPeople | null> => {
  if (browserSignIn === undefined) return null;
  const identify = async (token: string) => (await services()).credentials.identify(token);
  return new ProviderPeople({ signIn: await browserSignIn(), identify });
};

const SHORTEST_TOKEN = 24;

const ownTokenOf = async (
  { host, auth, token, home, issuer }: ListenHttpOptions,
  services: () => Promise<Services>,
): Promise<string | null> => {
  if (isLoopback(host)) return auth ? (token ?? (await localToken(home))) : null;
  if (!auth) {
    throw new HoneError(
      'INVALID_INPUT',
      'Without a token Hone serves this machine only.',
      'Leave --no-auth out, or leave --host out.',
    );
  }
  if (token !== undefined && token.length >= SHORTEST_TOKEN) return token;
  if (token === undefined && issuer !== undefined) return null;
  if (token === undefined && (await (await services()).stores.directory.isShared())) return null;
  throw new HoneError(
    'INVALID_INPUT',
    `To serve other machines, the store must have tokens, HONE_OIDC_ISSUER name an identity provider, or HONE_TOKEN hold one of at least ${SHORTEST_TOKEN} characters.`,
    'Example: hone token create --role agent --project app --for ann, then hone serve --http --host 0.0.0.0',
  );
};

const bind = async ({ server }: GracefulServer, { host, port }: ListenHttpOptions): Promise<number> => {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new HoneError(
      'CONFLICT',
      taken ? 'The port is taken.' : 'This address cannot be listened on.',
      'Name another: --port 4664, or --port 0 for any free one.',
      { cause: error },
    );
  }
  return (server.address() as AddressInfo).port;
};

const endOfProcess = (): Promise<string> =>
  new Promise((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve);
  });
