/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { EventLog } from '../../ports/event-log.ts';
import type { Assets } from './assets.ts';
import type { ProviderDoor } from './door.ts';
import { Document } from './frame.tsx';
import { SignInPage } from './pages/sign-in.tsx';

const TIE = 'hone_sign_in';
const TIE_S = 600;
const BACK = '/login/callback';

interface ProviderSignInOptions {
  readonly provider: ProviderDoor;
  readonly assets: Assets;
  readonly log: EventLog;
  /** How browsers reach this server. */
  readonly baseOf: (context: Context) => string;
  readonly keepSession: (context: Context, session: string) => void;
}

/** The way in through an identity provider: out by one link, back to one address. */
export const addProviderSignIn = (app: Hono, options: ProviderSignInOptions): void => {
  const { provider, assets, baseOf } = options;
  const refuse = (context: Context, status: 401 | 503) =>
    context.html(<SignInPage assets={assets} failed="provider" provider={provider.name} />, status);
  app.get('/login/provider', async (context) => {
    context.header('Cache-Control', 'no-store');
    try {
      const { url, tie } = await provider.begin(`${baseOf(context)}${BACK}`);
      // Lax: the browser comes back from another site, and must bring it along.
      setCookie(context, TIE, tie, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/login',
        maxAge: TIE_S,
        secure: baseOf(context).startsWith('https:'),
      });
      return context.redirect(url, 303);
    } catch {
      options.log.warn('sign_in', { way: 'provider', result: 'away' });
      return refuse(context, 503);
    }
  });
  app.get(BACK, async (context) => {
    context.header('Cache-Control', 'no-store');
    const tie = getCookie(context, TIE) ?? '';
    deleteCookie(context, TIE, { path: '/login' });
    const address = new URL(`${baseOf(context)}${BACK}${new URL(context.req.url).search}`);
    const session = await provider.finish(address, tie).catch(() => null);
    options.log.info('sign_in', { way: 'provider', result: session === null ? 'refused' : 'ok' });
    if (session === null) return refuse(context, 401);
    options.keepSession(context, session);
    return context.html(<Onward assets={assets} />);
  });
};

/** A redirect would still count as coming from the other site, and a strict cookie is not sent then: a page of our own goes on. */
const Onward = ({ assets }: { assets: Assets }) => (
  <Document title="Signed in · Hone" assets={assets} onward="/">
    <body class="alone">
      <main id="main">
        <h1>You are signed in</h1>
        <p>
          <a class="button first" href="/">
            Open the console
          </a>
        </p>
      </main>
    </body>
  </Document>
);
