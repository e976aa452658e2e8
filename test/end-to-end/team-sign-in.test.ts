import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { PEOPLE, RESOURCE, SCOPE, startIdentityProvider } from '../support/identity-provider.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const main = join(import.meta.dirname, '../../dist/main.js');

/** People sign in by a form; programs may register, and one is known by name. */
const startProvider = (registers: boolean) =>
  startIdentityProvider({
    ...PEOPLE,
    clients: [
      {
        client_id: 'hone-cli',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientDefaults: { scope: `openid profile ${SCOPE}` },
    features: { registration: { enabled: registers } },
  });

const providers: { issuer: string; server: Server }[] = [];
beforeAll(async () => {
  providers.push(await startProvider(true), await startProvider(false));
});
afterAll(() => {
  for (const { server } of providers) {
    server.close();
    server.closeAllConnections();
  }
});

const serve = async (issuer: string, variables: Record<string, string> = {}) => {
  const home = temporaryFolder();
  const serving = startServing(home, ['--http', '--port', '0', '--public-url', 'https://hone.example.com'], {
    HONE_OIDC_ISSUER: issuer,
    HONE_OIDC_AUDIENCE: RESOURCE,
    ...variables,
  });
  const [first = ''] = await serving.lines(1);
  return { ...serving, home, origin: first.replace('hone listening on ', '') };
};

/** `hone connect` as a developer runs it, until it names the address to sign in at. */
const connecting = async (machine: string, args: readonly string[]) => {
  const child: ChildProcess = spawn(process.execPath, [main, 'connect', ...args, '--no-browser'], {
    env: { PATH: process.env.PATH ?? '', HOME: machine, HONE_HOME: join(machine, 'hone') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    said.stdout += String(chunk);
  });
  const ended = once(child, 'close').then(([code]) => code as number);
  const address = await new Promise<string | null>((resolve) => {
    child.stderr?.on('data', (chunk) => {
      said.stderr += String(chunk);
      const found = /^http\S+$/mu.exec(said.stderr)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(null));
  });
  return { address, said, ended };
};

/** What a browser does with the provider's own pages: follow, keep cookies, fill in the forms. */
const signInAs = async (name: string, from: string): Promise<Response> => {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/su) ?? [];
      cookies.set(key, value);
    }
    const next = answer.headers.get('location');
    return next === null ? answer : ask(new URL(next, url).href);
  };
  let answer = await ask(from);
  for (const form of [{ prompt: 'login', login: name, password: 'any' }, { prompt: 'consent' }]) {
    const action = /action="([^"]+)"/u.exec(await answer.text())?.[1] ?? '';
    answer = await ask(new URL(action, from).href, new URLSearchParams(form));
  }
  return answer;
};

describe('hone connect, by signing in', () => {
  it.each([
    ['a client that the server names', { HONE_OIDC_CLI_CLIENT_ID: 'hone-cli' }, []],
    ['a client that the developer names', {}, ['--client-id', 'hone-cli']],
    ['a client that registers itself', {}, []],
  ])('gets a token for this machine: %s', async (_, variables, args) => {
    const [provider] = providers;
    const server = await serve(provider?.issuer ?? '', variables as Record<string, string>);
    const machine = temporaryFolder();
    const { address, said, ended } = await connecting(machine, [server.origin, ...args]);
    const asked = new URL(address ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/u);
    // Whoever else comes to that port gets nothing out of it.
    expect((await fetch(`${asked.get('redirect_uri')}?code=stolen&state=other`)).status).toBe(404);
    const back = await signInAs('kim', address ?? '');
    expect(await back.text()).toContain('You are signed in.');
    expect(await ended).toBe(0);
    expect(said.stdout).toContain(`Connected to ${server.origin} as kim, for app.`);
    const team = JSON.parse(readFileSync(join(machine, 'hone/team.json'), 'utf8'));
    expect(team).toMatchObject({ name: 'kim', roles: ['agent'], projects: ['app'] });
    expect(team.token).toMatch(/^hone_/u);
    expect(said.stdout + said.stderr + server.stderr()).not.toContain(team.token);

    const { items } = JSON.parse((await hone(['token', 'list', '--json'], { home: server.home })).stdout);
    expect(items).toMatchObject([{ for: 'kim', role: 'agent', created_by: 'kim by sign-in', status: 'live' }]);
    await hone(['token', 'revoke', items[0].id], { home: server.home });
    const status = await hone(['connect', '--status'], { home: machine });
    expect(status).toMatchObject({ exitCode: 1 });
    expect(status.stdout).toContain('The server does not take the credential.');
  });

  it('says what to do where the provider knows no such program', async () => {
    const [, provider] = providers;
    const server = await serve(provider?.issuer ?? '');
    const { address, said, ended } = await connecting(temporaryFolder(), [server.origin]);
    expect(address).toBeNull();
    expect(await ended).toBe(1);
    expect(said.stderr).toContain('--client-id');
  });

  it('ends when the person refuses', async () => {
    const [provider] = providers;
    const server = await serve(provider?.issuer ?? '', { HONE_OIDC_CLI_CLIENT_ID: 'hone-cli' });
    const { address, said, ended } = await connecting(temporaryFolder(), [server.origin]);
    const asked = new URL(address ?? '').searchParams;
    const refused = `${asked.get('redirect_uri')}?error=access_denied&state=${asked.get('state')}&iss=${provider?.issuer}`;
    expect(await (await fetch(refused)).text()).toContain('was not connected');
    expect(await ended).toBe(1);
    expect(said.stderr).toContain('did not sign you in');
  });
});
