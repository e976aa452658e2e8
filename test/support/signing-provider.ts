import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface SigningProvider {
  readonly issuer: string;
  /** A token as the provider would sign it; `claims` replace the usual ones. */
  sign(claims?: JWTPayload): Promise<string>;
  /** Signed by somebody else under the same key id. */
  forge(claims?: JWTPayload): Promise<string>;
  stop(): Promise<void>;
}

/** An identity provider's public side on loopback, with a key of its own: any token can be made for a test. */
export const startSigningProvider = async (audience: string): Promise<SigningProvider> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const found = request.url?.endsWith('/jwks')
      ? { keys: [key] }
      : { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(found));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made = (claims: JWTPayload, by: Parameters<SignJWT['sign']>[0]): Promise<string> =>
    new SignJWT({
      iss: issuer,
      aud: audience,
      sub: 'u-1',
      preferred_username: 'ann',
      scope: 'openid memory:write',
      exp: Math.floor(Date.now() / 1_000) + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(by);
  return {
    issuer,
    sign: (claims = {}) => made(claims, privateKey),
    forge: (claims = {}) => made(claims, stranger.privateKey),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
