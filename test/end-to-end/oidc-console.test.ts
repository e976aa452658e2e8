import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser, noBrowser } from '../support/browser.ts';
import { startConsole } from '../support/console-server.ts';
import { PEOPLE, RESOURCE, startIdentityProvider } from '../support/identity-provider.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** People sign in by a form. Another site than the console: `localhost` beside `127.0.0.1`. */
const startProvider = () =>
  startIdentityProvider(
    {
      ...PEOPLE,
      clients: [
        {
          client_id: 'console',
          client_secret: 'a-secret-of-the-test',
          // A native client may come back to any port of this machine.
          redirect_uris: ['http://127.0.0.1/login/callback'],
          grant_types: ['authorization_code'],
          response_types: ['code'],
          application_type: 'native',
        },
      ],
    },
    'localhost',
  );

let issuer = '';
let server: Server;
beforeAll(async () => {
  ({ issuer, server } = await startProvider());
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const start = () =>
  startConsole(temporaryFolder(), [], {
    HONE_OIDC_ISSUER: issuer,
    HONE_OIDC_AUDIENCE: RESOURCE,
    HONE_OIDC_CLIENT_ID: 'console',
    HONE_OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
  });

describe.skipIf(noBrowser !== null)(
  `signing in to the console by an identity provider (${noBrowser ?? 'browser'})`,
  () => {
    it('takes a person there and back, with the rights that they were given there', async () => {
      const console = await start();
      const context = await (await browser()).newContext();
      // The provider's own form would fetch a font.
      await context.route(/^https:/u, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(console.origin);
      await page.getByRole('link', { name: /^Sign in with localhost/u }).click();
      expect(new URL(page.url()).origin).toBe(issuer);
      await page.fill('input[name=login]', 'kim');
      await page.fill('input[name=password]', 'any');
      await page.click('button[type=submit]');
      // The second page asks whether the console may have it.
      await page.click('button[type=submit]:has-text("Continue")');
      await page.waitForURL(`${console.origin}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.content()).toContain('kim');
      await page.goto(`${console.origin}/review`);
      expect(await page.content()).toContain('Review');
      const cookies = await context.cookies(console.origin);
      expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
        { name: 'hone_session', httpOnly: true, sameSite: 'Strict' },
      ]);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await context.close();
      expect(await console.stop()).toBe(0);
      expect(console.words()).toContain('"sign_in"');
      expect(console.words()).not.toContain('eyJ');
    });

    it('refuses who did not begin here, comes back with another state, or was refused there', async () => {
      const console = await start();
      const back = `${console.origin}/login/callback`;
      const ask = (url: string, cookie = '') => fetch(url, { redirect: 'manual', headers: { Cookie: cookie } });
      const begin = async () => {
        const answer = await ask(`${console.origin}/login/provider`);
        const state = new URL(answer.headers.get('location') ?? '').searchParams;
        return { state, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
      };
      const { state, cookie } = await begin();
      expect(state.get('code_challenge_method')).toBe('S256');
      expect(state.get('nonce')).toBeTruthy();
      expect((await ask(`${back}?code=stolen&state=${state.get('state')}`)).status).toBe(401);
      expect((await ask(`${back}?code=stolen&state=other`, cookie)).status).toBe(401);
      const again = await begin();
      const denied = await ask(`${back}?error=access_denied&state=${again.state.get('state')}`, again.cookie);
      expect(denied.status).toBe(401);
      expect(denied.headers.get('set-cookie') ?? '').not.toContain('hone_session');
      await console.stop();
    });
  },
);
