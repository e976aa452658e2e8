import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowInsecureRequests, dynamicClientRegistration } from 'openid-client';
import { HoneError } from '../../domain/error.ts';
import { browserSignIn } from './browser-sign-in.ts';

export interface LoopbackSignIn {
  readonly issuer: string;
  /** For whom the token is made. */
  readonly resource: string;
  /** Null: the provider is asked to register this program. */
  readonly clientId: string | null;
  readonly scopes: string;
  /** Told where the person is to go. */
  readonly open: (address: string) => Promise<void>;
}

/** A person reads, finds their second factor, agrees. */
const PERSON_MS = 5 * 60_000;
const PATH = '/callback';

/**
 * Signs a person in from a command line (RFC 8252): the browser comes back to a port of this machine that is open for this once;
 * authorization code with PKCE. Gives the access token and keeps nothing.
 *
 * @throws HoneError FORBIDDEN when the provider or the person refuses, EXPIRED after five minutes, STORE_UNAVAILABLE
 */
export const loopbackSignIn = async (options: LoopbackSignIn): Promise<string> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const returnTo = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
    const id = options.clientId ?? (await register(options.issuer, returnTo));
    const signIn = browserSignIn(
      { issuer: options.issuer, audience: options.resource },
      { id, scopes: options.scopes },
    );
    const attempt = await signIn.begin(returnTo);
    const back = comesBack(server, returnTo, attempt.state);
    await options.open(attempt.url);
    const { address, response } = await back;
    const grant = await signIn.finish(address, attempt).catch((cause: unknown) => {
      say(response, 'Hone was not connected. You can close this page.');
      const hint = 'Try again, or ask an admin for a token and give it with --token-file.';
      throw new HoneError('FORBIDDEN', 'The identity provider did not sign you in.', hint, { cause });
    });
    say(response, 'You are signed in. You can close this page and go back to the terminal.');
    return grant.token;
  } finally {
    server.close();
    server.closeIdleConnections();
  }
};

/** The first request that belongs to this attempt; others get nothing out of it. */
const comesBack = (
  server: ReturnType<typeof createServer>,
  returnTo: string,
  state: string,
): Promise<{ address: URL; response: ServerResponse }> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new HoneError('EXPIRED', 'Nobody signed in within five minutes.', 'Run hone connect again.')),
      PERSON_MS,
    );
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const address = new URL(request.url ?? '/', returnTo);
      if (address.pathname !== PATH || address.searchParams.get('state') !== state) {
        response.writeHead(404).end();
        return;
      }
      clearTimeout(timer);
      resolve({ address, response });
    });
  });

const say = (response: ServerResponse, words: string): void => {
  response
    .writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' })
    .end(`${words}\n`);
};

/** A public client of its own (RFC 7591), where the provider lets programs register. */
const register = async (issuer: string, returnTo: string): Promise<string> => {
  try {
    const execute = issuer.startsWith('http://') ? [allowInsecureRequests] : [];
    const configuration = await dynamicClientRegistration(
      new URL(issuer),
      {
        client_name: 'Hone',
        redirect_uris: [returnTo],
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      undefined,
      { execute },
    );
    return configuration.clientMetadata().client_id;
  } catch (cause) {
    throw new HoneError(
      'NOT_FOUND',
      'The identity provider does not know this program, and does not let it register.',
      'Ask an admin for the name of its client: hone connect URL --client-id NAME. Or connect with a token: --token-file FILE',
      { cause },
    );
  }
};
