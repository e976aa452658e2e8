import { HoneError } from '../../domain/error.ts';

/** Whose signed tokens are taken, and for whom they must have been made. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** As what people's browsers are sent there; null: only tokens are taken. */
  readonly client: OidcClient | null;
  /** The name under which the provider knows the command line on people's machines; absent: they say it, or it registers itself. */
  readonly cliClientId?: string;
}

export interface OidcClient {
  readonly id: string;
  /** Absent: a public client, which PKCE protects. */
  readonly secret?: string;
  /** What is asked for, with spaces between. */
  readonly scopes: string;
}

const SCOPES = 'openid profile memory:read memory:write memory:review';

interface OidcVariables {
  readonly HONE_OIDC_ISSUER?: string | undefined;
  readonly HONE_OIDC_AUDIENCE?: string | undefined;
  readonly HONE_OIDC_CLIENT_ID?: string | undefined;
  readonly HONE_OIDC_CLIENT_SECRET?: string | undefined;
  readonly HONE_OIDC_SCOPES?: string | undefined;
  readonly HONE_OIDC_CLI_CLIENT_ID?: string | undefined;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Null without an issuer.
 *
 * @throws HoneError INVALID_INPUT for an issuer that is no https address, or without an audience: a token that was made for
 *   another service must not open this one (RFC 8707).
 */
export const oidcSettings = (variables: OidcVariables): OidcSettings | null => {
  const { HONE_OIDC_ISSUER: issuer, HONE_OIDC_AUDIENCE: audience } = variables;
  if (issuer === undefined) return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!safe) {
    throw new HoneError(
      'INVALID_INPUT',
      'HONE_OIDC_ISSUER is not an https address.',
      'Example: HONE_OIDC_ISSUER=https://login.example.com/realms/team',
    );
  }
  if (audience === undefined) {
    throw new HoneError(
      'INVALID_INPUT',
      'HONE_OIDC_ISSUER needs HONE_OIDC_AUDIENCE: the name under which the provider makes tokens for Hone.',
      'Example: HONE_OIDC_AUDIENCE=https://hone.example.com/mcp',
    );
  }
  const cliClientId = variables.HONE_OIDC_CLI_CLIENT_ID;
  const client = clientOf(variables);
  return { issuer, audience, client, ...(cliClientId === undefined ? {} : { cliClientId }) };
};

const clientOf = (variables: OidcVariables): OidcClient | null => {
  const { HONE_OIDC_CLIENT_ID: id, HONE_OIDC_CLIENT_SECRET: secret, HONE_OIDC_SCOPES: scopes = SCOPES } = variables;
  if (id === undefined) return null;
  return { id, ...(secret === undefined ? {} : { secret }), scopes };
};
