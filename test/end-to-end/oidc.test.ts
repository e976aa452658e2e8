import type { Server } from 'node:http';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESOURCE, startIdentityProvider } from '../support/identity-provider.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A program that acts for itself: the token names it as its subject. */
const startProvider = () =>
  startIdentityProvider({
    clients: [
      {
        client_id: 'agent',
        client_secret: 'a-secret-of-the-test',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true } },
    extraTokenClaims: () => ({ sub: 'agent', preferred_username: 'build-bot' }),
  });

let issuer = '';
let server: Server;
beforeAll(async () => {
  ({ issuer, server } = await startProvider());
});
afterAll(() => server.close());

const tokenFor = async (scope: string): Promise<string> => {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from('agent:a-secret-of-the-test').toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource: RESOURCE }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`the provider gave no token: ${answer.status}`);
  return token;
};

describe('a server with an identity provider', () => {
  it('says where to sign in, and serves whom the provider signed in', async () => {
    const serving = startServing(
      temporaryFolder(),
      ['--http', '--port', '0', '--public-url', 'https://hone.example.com'],
      {
        HONE_OIDC_ISSUER: issuer,
        HONE_OIDC_AUDIENCE: RESOURCE,
      },
    );
    const [first = ''] = await serving.lines(1);
    const origin = first.replace('hone listening on ', '');
    const refused = await fetch(`${origin}/mcp`, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain(
      'resource_metadata="https://hone.example.com/.well-known/oauth-protected-resource/mcp"',
    );
    const metadata = await (await fetch(`${origin}/.well-known/oauth-protected-resource/mcp`)).json();
    expect(metadata).toMatchObject({ resource: RESOURCE, authorization_servers: [issuer] });

    const client = new Client({ name: 'test', version: '1.0.0' });
    const headers = { Authorization: `Bearer ${await tokenFor('memory:write')}` };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers } }));
    const recorded = await client.callTool({
      name: 'record_correction',
      arguments: { wrong: 'used npm', right: 'use pnpm', when: 'installing packages' },
    });
    expect(recorded.isError).not.toBe(true);
    await client.close();

    const reading = { Authorization: `Bearer ${await tokenFor('memory:read')}` };
    const reader = new Client({ name: 'test', version: '1.0.0' });
    await reader.connect(
      new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers: reading } }),
    );
    // A client that can asks the provider for more; what cannot is told what is missing.
    const writing = {
      name: 'record_correction',
      arguments: { wrong: 'used npm', right: 'use yarn', when: 'installing' },
    };
    await expect(reader.callTool(writing)).rejects.toThrow();
    const challenged = await fetch(`${origin}/mcp`, {
      method: 'POST',
      headers: { ...reading, 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: writing }),
    });
    expect(challenged.status).toBe(403);
    expect(challenged.headers.get('www-authenticate')).toMatch(
      /error="insufficient_scope".*scope="memory:read memory:write"/u,
    );
    expect((await reader.callTool({ name: 'recall_lessons', arguments: { query: 'installing' } })).isError).not.toBe(
      true,
    );
    await reader.close();
    expect(serving.stderr()).not.toContain(headers.Authorization.slice(7, 60));
  });
});
