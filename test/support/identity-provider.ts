import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What a team's server is called in the tokens that the provider signs. */
export const RESOURCE = 'https://hone.example.com/mcp';
const RIGHTS = ['memory:read', 'memory:write', 'memory:review'];
export const SCOPE = RIGHTS.join(' ');

/**
 * A real identity provider on loopback: signs access tokens for one resource, with the rights of an agent and of a reviewer.
 * `host` other than the server's address makes it another site. `configuration` adds clients, features and claims.
 */
export const startIdentityProvider = async (
  configuration: Configuration,
  host = '127.0.0.1',
): Promise<{ issuer: string; server: Server }> => {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    ...configuration,
    scopes: ['openid', 'profile', ...RIGHTS],
    features: {
      ...configuration.features,
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: RESOURCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  server.on('request', provider.callback());
  return { issuer, server };
};

/** People who sign in by a form, as members of the project `app`. */
export const PEOPLE: Configuration = {
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  extraTokenClaims: (_context, token) =>
    'accountId' in token ? { preferred_username: String(token.accountId), hone_projects: ['app'] } : undefined,
};
