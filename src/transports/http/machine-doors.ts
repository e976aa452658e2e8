import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';
import { type ErrorCode, notFound } from '../../domain/error.ts';
import { parseTime } from '../../domain/parse-time.ts';
import { mayUseProject, type Principal } from '../../domain/principal.ts';
import { RateLimited } from '../../domain/rate-limit.ts';
import { flagInput } from '../../tools/person-input.ts';
import { validate } from '../../tools/validate.ts';
import { hookCaller, takeDelivery } from '../../use-cases/capture/take-delivery.ts';
import { inProjectOf } from '../../use-cases/identify.ts';
import { issueOwnToken } from '../../use-cases/issue-own-token.ts';
import { recordCorrection } from '../../use-cases/record-correction.ts';
import type { Services } from '../../use-cases/services.ts';
import { signed } from '../../use-cases/signed.ts';
import { withinLimits } from '../../use-cases/within-limits.ts';
import { answerQuestion } from '../hooks/answer-question.ts';
import { asHoneError } from '../mcp/refusal.ts';
import type { Admitted } from './authenticate.ts';
import { readHookDelivery } from './hook-delivery.ts';

export interface MachineDoorOptions {
  readonly services: () => Promise<Services>;
  readonly version: string;
  readonly complain: (line: string) => void;
  /** Who calls, or what they are refused with. */
  readonly admit: (context: Context) => Promise<Admitted | Response>;
}

/** What machines of developers call; agents call `/mcp`. */
export const addMachineDoors = (app: Hono, options: MachineDoorOptions): void => {
  addHooksDoor(app, options);
  addFlagDoor(app, options);
  addConnectDoor(app, options);
};

/**
 * `POST /hooks` for the hooks of other machines: keeps what they saw and answers what they ask, in one go, because what was just
 * said opens the run that the answer is for. `GET /whoami` tells a developer's machine whose credential it holds.
 */
const addHooksDoor = (app: Hono, options: MachineDoorOptions): void => {
  app.post('/hooks', async (context) => {
    const admitted = await options.admit(context);
    if (admitted instanceof Response) return admitted;
    const delivery = readHookDelivery(context.get('parsedBody' as never));
    if (delivery === null) return context.json({ error: 'The body is no delivery of hooks.' }, 400);
    return answered(context, options, async () => {
      const services = await options.services();
      const { principal } = await admitted(services);
      const { kept, refused } = await takeDelivery(services, principal, delivery.events);
      const answer = await answerOf(services, principal, delivery.question);
      return { kept, refused: refused + delivery.misshapen, answer };
    });
  });
  app.get('/whoami', async (context) => {
    const admitted = await options.admit(context);
    if (admitted instanceof Response) return admitted;
    return answered(context, options, async () => {
      const services = await options.services();
      const { principal } = await admitted(services);
      const { credential, name, kind, roles, projects } = principal;
      const token = credential === undefined ? null : await services.stores.directory.findToken(credential);
      return { name, kind, roles, projects, expires_at: token?.expires_at ?? null, version: options.version };
    });
  });
};

/** `POST /connect`: who signed in at the identity provider gets a token for the agents of their machine. */
const addConnectDoor = (app: Hono, options: MachineDoorOptions): void => {
  app.post('/connect', async (context) => {
    const admitted = await options.admit(context);
    if (admitted instanceof Response) return admitted;
    return answered(context, options, async () => {
      const services = await options.services();
      return issueOwnToken(services, await admitted(services));
    });
  });
};

/**
 * `POST /flag`: what a developer says at their command line, in the name of their token: a person's word only where the token is a
 * person's. `at` is when they said it.
 */
const addFlagDoor = (app: Hono, options: MachineDoorOptions): void => {
  app.post('/flag', async (context) => {
    const admitted = await options.admit(context);
    if (admitted instanceof Response) return admitted;
    return answered(context, options, async () => {
      const { project, at, input } = validate(flagDelivery, context.get('parsedBody' as never));
      const services = await options.services();
      const { principal } = await admitted(services);
      if (!mayUseProject(principal, project)) throw notFound('project');
      const caller = inProjectOf(principal, project);
      await withinLimits(services, caller, { verb: 'flag', reads: false });
      const removed: { field: string; count: number }[] = [];
      const checked = validate(flagInput, input, (field, count) => removed.push({ field, count }));
      const said = saidAt(services, at);
      return recordCorrection(signed(said, caller, 'flag'), { ...caller, removed }, { ...checked, project });
    });
  });
};

const flagDelivery = {
  input: z.object({ project: z.string(), at: z.string(), input: z.looseObject({}) }),
  example: { project: 'app', at: '2026-10-01T00:00:00Z', input: flagInput.example },
};

/** The time at which it was said, unless that is still to come. */
const saidAt = (services: Services, at: string): Services => {
  const now = services.clock.now();
  const then = parseTime(at) ?? now;
  return { ...services, clock: { now: () => (then < now ? then : services.clock.now()) } };
};

const answered = async (
  context: Context,
  { complain }: MachineDoorOptions,
  work: () => Promise<object>,
): Promise<Response> => {
  try {
    return context.json(await work());
  } catch (error) {
    const known = asHoneError(error, complain);
    const { code, message, hint } = known;
    const wait = known instanceof RateLimited ? known.retryAfterSeconds : 1;
    const status = STATUS[code] ?? 400;
    const headers = status === 429 || status === 503 ? { 'Retry-After': String(wait) } : undefined;
    return context.json({ error: { code, message, hint } }, status, headers);
  }
};

const STATUS: Partial<Record<ErrorCode, 403 | 404 | 409 | 413 | 429 | 503>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  BUSY: 503,
  STORE_UNAVAILABLE: 503,
};

/** Null: nothing was asked, or of a project that the credential does not cover. */
const answerOf = async (
  services: Services,
  principal: Principal,
  question: HookQuestion | null,
): Promise<HookAnswer | null> => {
  const caller = question === null ? null : hookCaller(principal, question.project);
  if (question === null || caller === null) return null;
  await withinLimits(services, caller, { verb: 'hook_question', reads: true });
  return answerQuestion(services, caller, question);
};
