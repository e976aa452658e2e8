import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { HoneError } from '../../domain/error.ts';
import { MEMBER_ROLES, type MemberRole } from '../../domain/membership.ts';
import { roleOfScopes } from '../../domain/oidc-scopes.ts';
import type { Principal } from '../../domain/principal.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import { principalOfToken, type Token, withMemberships } from '../../domain/token.ts';
import type { Credentials, Identity } from '../../ports/credentials.ts';
import type { OidcSettings } from './oidc-settings.ts';

const CLOCK_TOLERANCE_S = 30;
const FETCH_MS = 5_000;
/** Signatures with a key of the provider; one with a shared secret would let anybody sign who can verify. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const IS_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/u;

type Provider = Pick<OidcSettings, 'issuer' | 'audience'>;
type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Credentials of the store, and beside them signed tokens of one identity provider. Its keys are fetched at first use. */
export const oidcCredentials = (own: Credentials, settings: Provider, project: string): Credentials => {
  let keys: Promise<Keys> | null = null;
  const keysOf = (): Promise<Keys> => {
    keys ??= providerKeys(settings.issuer).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return keys;
  };
  return {
    issue: own.issue,
    renew: own.renew,
    identify: async (presented) => {
      const identity = await own.identify(presented);
      if (identity.status !== 'unknown' || !IS_JWT.test(presented)) return identity;
      return verify(presented, await keysOf(), settings, project);
    },
  };
};

const verify = async (presented: string, keys: Keys, settings: Provider, project: string): Promise<Identity> => {
  try {
    const { payload } = await jwtVerify(presented, keys, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp', 'sub'],
    });
    const principal = principalOf(payload, project);
    return principal === null ? { status: 'unknown' } : { status: 'known', principal };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { status: 'expired' };
    // What is wrong with a token is nobody's business but its issuer's; a provider that is away is said.
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw unreachable(error);
    return { status: 'unknown' };
  }
};

/** Null when the provider granted nothing of Hone's. */
const principalOf = (payload: JWTPayload, project: string): Principal | null => {
  const { scope, scp, iss = '', sub = '' } = payload;
  const role = roleOfScopes(textsOf(scope ?? scp));
  if (role === null) return null;
  const named = [payload.preferred_username, payload.email].find((one) => typeof one === 'string' && one !== '');
  const projects = textsOf(payload.hone_projects);
  const token: Token = {
    // The same person over all of their tokens, so that limits and quarantine reach all of them.
    token_id: `oidc_${fingerprint([iss, sub])}`,
    name: String(named ?? sub),
    role,
    projects: projects.includes('*') ? '*' : projects.length > 0 ? projects : [project],
    created_at: '',
    created_by: iss,
    expires_at: '',
  };
  const roles = rolesIn(payload.hone_project_roles);
  if (roles.length === 0) return principalOfToken(token);
  const inThose = { ...token, projects: roles.map((one) => one.project) };
  // Roles are a person's, who is one by the scope to review; with less they only name the projects.
  if (role !== 'reviewer') return principalOfToken(inThose);
  const given = roles.map((one) => ({ ...one, name: token.name, by: iss, at: '' }));
  return withMemberships(inThose, given);
};

/** The claim: a role for each project, such as `{"app": "reviewer"}`. What is no role of a member is left out. */
const rolesIn = (claim: unknown): { project: string; role: MemberRole }[] => {
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return [];
  return Object.entries(claim).flatMap(([project, said]) => {
    const role = MEMBER_ROLES.find((one) => one === said);
    return role === undefined ? [] : [{ project, role }];
  });
};

const textsOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return claim.split(' ').filter((one) => one !== '');
  return Array.isArray(claim) ? claim.filter((one): one is string => typeof one === 'string') : [];
};

const providerKeys = async (issuer: string): Promise<Keys> => {
  try {
    const address = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
    const found: unknown = await answer.json();
    const { issuer: named, jwks_uri } = found as { issuer?: unknown; jwks_uri?: unknown };
    if (named !== issuer || typeof jwks_uri !== 'string') throw new Error('the answer names another issuer or no keys');
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: FETCH_MS });
  } catch (error) {
    throw unreachable(error);
  }
};

const unreachable = (cause: unknown): HoneError =>
  new HoneError(
    'STORE_UNAVAILABLE',
    'The identity provider cannot be asked, so nobody can be let in by it.',
    'Check HONE_OIDC_ISSUER and the network; tokens made by `hone token create` work meanwhile.',
    { cause },
  );
