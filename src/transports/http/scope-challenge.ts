import type { Context } from 'hono';
import { tools } from '../../tools/index.ts';
import type { Services } from '../../use-cases/services.ts';
import type { Admitted } from './authenticate.ts';
import { type ProtectedResource, resourceMetadata } from './resource-metadata.ts';

/**
 * The challenge for a caller whose provider let them read only and who is about to write: a client that can asks the
 * provider for more and calls again (RFC 6750, section 3.1). Null where nothing is missing, and for tokens of the store:
 * nobody grants those more, so their words come from the tool.
 */
export const scopeChallenge = async (
  context: Context,
  resource: ProtectedResource | null,
  admitted: Admitted,
  services: () => Promise<Services>,
): Promise<string | null> => {
  if (resource === null || !writes(context.get('parsedBody' as never))) return null;
  const { principal } = await admitted(await services());
  if (!principal.credential?.startsWith('oidc_') || principal.roles.length > 0) return null;
  return `Bearer realm="hone", error="insufficient_scope"${resourceMetadata(context, resource)}, scope="memory:read memory:write"`;
};

const writes = (body: unknown): boolean => {
  const { method, params } = (body ?? {}) as { method?: unknown; params?: { name?: unknown } };
  if (method !== 'tools/call') return false;
  return tools.some((tool) => tool.name === params?.name && !tool.annotations.readOnlyHint);
};
