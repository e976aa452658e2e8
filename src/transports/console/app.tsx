/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HoneError, notFound } from '../../domain/error.ts';
import { asIn } from '../../domain/membership.ts';
import { mayUseProject } from '../../domain/principal.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { HealthReport } from '../../use-cases/examine-health.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { signed } from '../../use-cases/signed.ts';
import { asHoneError } from '../mcp/refusal.ts';
import { type Act, acts } from './acts.ts';
import { type Assets, readAssets } from './assets.ts';
import { type Costly, costly } from './costly.ts';
import { csrfHolds, csrfToken } from './csrf.ts';
import type { Door } from './door.ts';
import { Frame } from './frame.tsx';
import { live } from './live.ts';
import { failurePage } from './pages/failure.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { type PageOf, pages } from './pages.ts';
import { addProviderSignIn } from './provider-sign-in.tsx';
import { countsOf, hrefIn, type Visit } from './visit.ts';

export interface ConsoleOptions {
  readonly services: () => Promise<Services>;
  readonly door: Door;
  /** Examines what this server uses; it may take minutes, and must not hold it up. */
  readonly examine: () => Promise<HealthReport>;
  readonly complain: (line: string) => void;
  readonly log: EventLog;
  /** How browsers reach this server, without a slash at the end; null: as they just did. */
  readonly publicUrl: string | null;
}

type OpenConsole = ConsoleOptions & { readonly costly: Costly };

const SESSION = 'hone_session';
const STATUS: Readonly<Partial<Record<HoneError['code'], 400 | 403 | 404 | 409 | 429 | 503>>> = {
  NOT_FOUND: 404,
  // Absent and forbidden look the same where something is looked up; here a person may not do what they see.
  FORBIDDEN: 403,
  CONFLICT: 409,
  EXPIRED: 409,
  RATE_LIMITED: 429,
  BUSY: 503,
  STORE_UNAVAILABLE: 503,
};

/** What people see in a browser: rendered here, right without a script. */
export const addConsole = (app: Hono, given: ConsoleOptions): void => {
  const options = { ...given, costly: costly(given.examine) };
  const { assets, files } = readAssets();
  for (const { address, type, body } of files) {
    app.get(address, (context) =>
      context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
  addSignIn(app, options, assets);
  for (const [path, page] of pages) app.get(path, (context) => show(context, options, assets, page));
  for (const [path, act] of acts) app.post(path, (context) => change(context, options, assets, act));
  app.get('/events', async (context) => {
    const who = async () => (await guestOf(context, options))?.caller ?? null;
    if ((await who().catch(() => null)) === null) return context.body(null, 401);
    return live(context, await options.services(), who);
  });
};

const addSignIn = (app: Hono, options: OpenConsole, assets: Assets): void => {
  const { door, log } = options;
  const refuse = (context: Context, failed: 'code' | 'token') => {
    log.info('sign_in', { way: failed, result: 'refused' });
    return context.html(<SignInPage assets={assets} failed={failed} provider={door.provider?.name ?? null} />, 401);
  };
  const comeIn = (context: Context, way: 'code' | 'token', session: string): Response => {
    log.info('sign_in', { way, result: 'ok' });
    keepSession(context, options, session);
    return context.redirect('/', 303);
  };
  app.get('/login', (context) => {
    context.header('Cache-Control', 'no-store');
    const session = door.redeem(context.req.query('code') ?? '');
    return session === null ? refuse(context, 'code') : comeIn(context, 'code', session);
  });
  app.post('/login', async (context) => {
    context.header('Cache-Control', 'no-store');
    const { token } = await context.req.parseBody();
    const session = typeof token === 'string' ? await door.enter(token.trim()).catch(() => null) : null;
    return session === null ? refuse(context, 'token') : comeIn(context, 'token', session);
  });
  app.post('/logout', async (context) => {
    const session = getCookie(context, SESSION) ?? '';
    if (!csrfHolds(session, (await context.req.parseBody()).csrf)) return refuse(context, 'code');
    door.leave(session);
    setCookie(context, SESSION, '', { ...COOKIE, maxAge: 0 });
    return context.redirect('/', 303);
  });
  if (door.provider !== null) {
    addProviderSignIn(app, {
      provider: door.provider,
      assets,
      log,
      baseOf: (context) => baseOf(context, options),
      keepSession: (context, session) => keepSession(context, options, session),
    });
  }
};

const COOKIE = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

const baseOf = (context: Context, { publicUrl }: ConsoleOptions): string =>
  publicUrl ?? new URL(context.req.url).origin;

const keepSession = (context: Context, options: ConsoleOptions, session: string): void =>
  setCookie(context, SESSION, session, { ...COOKIE, secure: baseOf(context, options).startsWith('https:') });

const signInPage = (context: Context, { door }: ConsoleOptions, assets: Assets): Response | Promise<Response> =>
  context.html(<SignInPage assets={assets} provider={door.provider?.name ?? null} />, 401);

/** Somebody who was let in. */
interface Guest {
  readonly session: string;
  readonly caller: Caller;
}

/** The session of this request; where no sign-in is asked for, a new one. */
const sessionOf = (context: Context, options: ConsoleOptions): string => {
  const given = getCookie(context, SESSION) ?? '';
  if (given !== '' || !options.door.open) return given;
  const session = options.door.welcome();
  keepSession(context, options, session);
  return session;
};

/** Who asks, in the project that the address names; null: nobody who is signed in. @throws HoneError NOT_FOUND */
const guestOf = async (context: Context, options: ConsoleOptions): Promise<Guest | null> => {
  const session = sessionOf(context, options);
  const caller = session === '' ? null : await options.door.person(session);
  if (caller === null) return null;
  const named = context.req.query('project');
  if (named === undefined || named === caller.project) return { session, caller };
  const there = asIn(caller.principal, named);
  if (!mayUseProject(there, named)) throw notFound('project');
  return { session, caller: { ...caller, principal: there, project: named, known: new Set([named]) } };
};

const visitOf = async (context: Context, options: OpenConsole, { caller, session }: Guest): Promise<Visit> => {
  const services = await options.services();
  const known = (await services.stores.directory.listProjects()).map(({ project }) => project);
  const projects = known.filter((project) => mayUseProject(asIn(caller.principal, project), project));
  const named = context.req.query('project');
  if (named !== undefined && named !== '' && !projects.includes(named)) throw notFound('project');
  return {
    services: signed(services, caller, 'console'),
    caller,
    csrf: csrfToken(session),
    counts: await countsOf(services, caller),
    projects: projects.includes(caller.project) ? projects : [caller.project, ...projects],
    origin: baseOf(context, options),
    costly: options.costly,
    href: hrefIn(named),
    query: (name) => context.req.query(name),
  };
};

const show = async (context: Context, options: OpenConsole, assets: Assets, page: PageOf): Promise<Response> => {
  context.header('Cache-Control', 'no-store');
  let visit: Visit | null = null;
  try {
    const guest = await guestOf(context, options);
    if (guest === null) return await signInPage(context, options, assets);
    visit = await visitOf(context, options, guest);
    const found = await page(visit, context.req.param('id') ?? '');
    return await context.html(<Frame visit={visit} page={found} assets={assets} />);
  } catch (error) {
    return fail(context, assets, visit, asHoneError(error, options.complain));
  }
};

const fail = (context: Context, assets: Assets, visit: Visit | null, error: HoneError): Response | Promise<Response> =>
  context.html(failurePage(visit, assets, error), STATUS[error.code] ?? 400);

const change = async (context: Context, options: OpenConsole, assets: Assets, act: Act): Promise<Response> => {
  context.header('Cache-Control', 'no-store');
  let visit: Visit | null = null;
  try {
    const guest = await guestOf(context, options);
    if (guest === null) return await signInPage(context, options, assets);
    const form = await context.req.parseBody({ all: true });
    if (!csrfHolds(guest.session, form.csrf)) throw notFromHere();
    visit = await visitOf(context, options, guest);
    return context.redirect(await act(visit, form, context.req.param('id') ?? ''), 303);
  } catch (error) {
    return fail(context, assets, visit, asHoneError(error, options.complain));
  }
};

const notFromHere = (): HoneError =>
  new HoneError('FORBIDDEN', 'This form does not come from a page of this session.', 'Open the page again and repeat.');
