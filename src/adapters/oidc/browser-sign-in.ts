import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client';
import { HoneError } from '../../domain/error.ts';
import type { BrowserSignIn, ProviderGrant } from '../../ports/browser-sign-in.ts';
import type { OidcClient, OidcSettings } from './oidc-settings.ts';

const ANSWER_S = 5;

/** The provider is looked up at the first sign-in, and anew after it was away. */
export const browserSignIn = (
  { issuer, audience }: Pick<OidcSettings, 'issuer' | 'audience'>,
  client: OidcClient,
): BrowserSignIn => {
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    found ??= discover(issuer, client).catch((error: unknown) => {
      found = null;
      throw unreachable(error);
    });
    return found;
  };
  // For whom the token is made (RFC 8707). An audience that is a plain name is the provider's own business.
  const resource: Record<string, string> = URL.canParse(audience) ? { resource: audience } : {};
  return {
    provider: new URL(issuer).host,
    begin: async (returnTo) => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await configuration(), {
        ...resource,
        redirect_uri: returnTo,
        scope: client.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier };
    },
    finish: async (address, { state, nonce, verifier }) =>
      grantOf(
        await authorizationCodeGrant(
          await configuration(),
          address,
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
          resource,
        ),
        null,
      ),
    renew: async (refresh) => grantOf(await refreshTokenGrant(await configuration(), refresh, resource), refresh),
  };
};

const discover = async (issuer: string, { id, secret }: OidcClient): Promise<Configuration> => {
  // Plain http is let through by the settings for this machine only.
  const execute = issuer.startsWith('http://') ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), id, secret, undefined, { execute, timeout: ANSWER_S });
};

const grantOf = (
  { access_token, refresh_token }: { access_token: string; refresh_token?: string },
  before: string | null,
): ProviderGrant => ({ token: access_token, refresh: refresh_token ?? before });

const unreachable = (cause: unknown): HoneError =>
  new HoneError(
    'STORE_UNAVAILABLE',
    'The identity provider cannot be asked, so nobody can sign in by it.',
    'Check HONE_OIDC_ISSUER and the network; a token made by `hone token create` opens the console meanwhile.',
    { cause },
  );
