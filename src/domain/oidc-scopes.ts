import type { TokenRole } from './token.ts';

/** What an identity provider can grant, the widest last: each includes those before it, but `admin`, who judges no lesson. */
export const OIDC_SCOPES = ['memory:read', 'memory:write', 'memory:review', 'memory:admin'] as const;

const ROLE_OF: Readonly<Record<(typeof OIDC_SCOPES)[number], TokenRole>> = {
  'memory:read': 'reader',
  'memory:write': 'agent',
  'memory:review': 'reviewer',
  'memory:admin': 'admin',
};

/** The role that the widest of the scopes stands for; null when none of them is Hone's. */
export const roleOfScopes = (scopes: readonly string[]): TokenRole | null => {
  const widest = OIDC_SCOPES.findLast((scope) => scopes.includes(scope));
  return widest === undefined ? null : ROLE_OF[widest];
};
