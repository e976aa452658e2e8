/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Caller } from '../../use-cases/services.ts';
import { asHoneError } from '../mcp/refusal.ts';
import type { AppOptions } from './app.ts';
import { bearerOf } from './authenticate.ts';
import { readOverview } from './overview.ts';
import { OverviewPage } from './pages/overview-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { PAGE_STYLE } from './pages/style.ts';
import { UnavailablePage } from './pages/unavailable-page.tsx';

const SESSION = 'hone_session';

/** What a person sees in a browser. Rendered here; nothing runs there. */
export const addPages = (app: Hono, options: AppOptions): void => {
  app.get('/style.css', (context) => context.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/login', (context) => welcome(context, options.signIn.redeem(context.req.query('code') ?? '')));
  app.post('/login', async (context) => {
    const { token } = await context.req.parseBody();
    const owner = typeof token === 'string' ? await options.gate.owner(token.trim()).catch(() => null) : null;
    return welcome(context, owner === null ? null : options.signIn.session(owner));
  });
  app.get('/', async (context) => {
    context.header('Cache-Control', 'no-store');
    try {
      const viewer = await viewerOf(context, options);
      if (viewer === null) return context.html(<SignInPage failed={false} />, 401);
      const overview = await readOverview(await options.services(), viewer);
      return context.html(<OverviewPage overview={overview} url={`${new URL(context.req.url).origin}/mcp`} />);
    } catch (error) {
      return context.html(<UnavailablePage error={asHoneError(error, options.complain)} />, 503);
    }
  });
};

/** Who looks, with the rights that they have now. */
const viewerOf = async (context: Context, { gate, services, signIn }: AppOptions): Promise<Caller | null> => {
  const owner = signIn.ownerOf(getCookie(context, SESSION));
  if (owner !== null) return gate.person(owner);
  const admitted = await gate.admit(bearerOf(context.req.header('authorization')));
  return admitted === null ? null : admitted(await services());
};

const welcome = (context: Context, session: string | null): Response | Promise<Response> => {
  context.header('Cache-Control', 'no-store');
  if (session === null) return context.html(<SignInPage failed={true} />, 401);
  setCookie(context, SESSION, session, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: new URL(context.req.url).protocol === 'https:',
  });
  return context.redirect('/', 303);
};
