import type { Context, Hono } from 'hono';
import { OIDC_SCOPES } from '../../domain/oidc-scopes.ts';

/** Where clients of this server sign in. */
export interface ProtectedResource {
  /** Address of the identity provider. */
  readonly issuer: string;
  /** The name under which it knows the command line on people's machines; null: they say it, or it registers itself. */
  readonly clientId: string | null;
  /** How others reach this server, without a slash at the end; null: as they just did. */
  readonly publicUrl: string | null;
}

const PATH = '/.well-known/oauth-protected-resource';

const baseOf = (context: Context, { publicUrl }: ProtectedResource): string =>
  publicUrl ?? new URL(context.req.url).origin;

/** Protected-resource metadata (RFC 9728), at both places where clients look. */
export const addResourceMetadata = (app: Hono, resource: ProtectedResource): void => {
  for (const path of [PATH, `${PATH}/mcp`]) {
    app.get(path, (context) =>
      context.json({
        resource: `${baseOf(context, resource)}/mcp`,
        authorization_servers: [resource.issuer],
        scopes_supported: OIDC_SCOPES,
        bearer_methods_supported: ['header'],
        resource_name: 'Hone',
        ...(resource.clientId === null ? {} : { hone_client_id: resource.clientId }),
      }),
    );
  }
};

/** What a refused caller is told beside the realm: where to sign in, and what to ask for (RFC 9728, section 5.1). */
export const resourceChallenge = (context: Context, resource: ProtectedResource): string =>
  `${resourceMetadata(context, resource)}, scope="memory:read memory:write"`;

export const resourceMetadata = (context: Context, resource: ProtectedResource): string =>
  `, resource_metadata="${baseOf(context, resource)}${PATH}/mcp"`;
