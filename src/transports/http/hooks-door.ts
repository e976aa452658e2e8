import type { Context, Hono } from 'hono';
import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';
import type { ErrorCode } from '../../domain/error.ts';
import type { Principal } from '../../domain/principal.ts';
import { RateLimited } from '../../domain/rate-limit.ts';
import { hookCaller, takeDelivery } from '../../use-cases/capture/take-delivery.ts';
import { issueOwnToken } from '../../use-cases/issue-own-token.ts';
import type { Services } from '../../use-cases/services.ts';
import { withinLimits } from '../../use-cases/within-limits.ts';
import { answerQuestion } from '../hooks/answer-question.ts';
import { asHoneError } from '../mcp/refusal.ts';
import type { Admitted } from './authenticate.ts';
import { readHookDelivery } from './hook-delivery.ts';

export interface HooksDoorOptions {
  readonly services: () => Promise<Services>;
  readonly version: string;
  readonly complain: (line: string) => void;
  /** Who calls, or what they are refused with. */
  readonly admit: (context: Context) => Promise<Admitted | Response>;
}

/**
 * `POST /hooks` for the hooks of other machines: keeps what they saw and answers what they ask, in one go, because what was just
 * said opens the run that the answer is for. `GET /whoami` tells a developer's machine whose credential it holds.
 */
export const addHooksDoor = (app: Hono, options: HooksDoorOptions): void => {
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
export const addConnectDoor = (app: Hono, options: HooksDoorOptions): void => {
  app.post('/connect', async (context) => {
    const admitted = await options.admit(context);
    if (admitted instanceof Response) return admitted;
    return answered(context, options, async () => {
      const services = await options.services();
      return issueOwnToken(services, await admitted(services));
    });
  });
};

const answered = async (
  context: Context,
  { complain }: HooksDoorOptions,
  work: () => Promise<object>,
): Promise<Response> => {
  try {
    return context.json(await work());
  } catch (error) {
    const known = asHoneError(error, complain);
    const { code, message } = known;
    const wait = known instanceof RateLimited ? known.retryAfterSeconds : 1;
    const status = STATUS[code] ?? 503;
    return context.json({ error: `${code}: ${message}` }, status, { 'Retry-After': String(wait) });
  }
};

const STATUS: Partial<Record<ErrorCode, 403 | 409 | 429>> = { RATE_LIMITED: 429, CONFLICT: 409, FORBIDDEN: 403 };

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
