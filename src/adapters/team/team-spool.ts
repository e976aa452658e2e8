import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Captured } from '../../domain/capture/captured.ts';
import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';
import type { TeamConnection } from '../../domain/team-connection.ts';
import type { CallSpool, KeptCall } from '../../ports/call-spool.ts';
import type { EventSpool, SpoolBatch } from '../../ports/event-spool.ts';
import { callTeam, jsonOf, type TeamAnswer, type TeamCall } from './call-team.ts';

/** Of one request, in events and characters: well below what a server takes. */
const MOST = { events: 100, characters: 100_000 };
/** A server that is away is left alone for so long: a hook must not wait for it at every prompt. */
const AWAY_MS = 20_000;

export interface TeamSpoolOptions {
  /** Folder of the spool. */
  readonly folder: string;
  readonly spool: EventSpool;
  /** What people said while the server was away. */
  readonly calls: CallSpool;
  readonly team: TeamConnection;
  readonly log: (line: string) => void;
  readonly now?: () => number;
}

export interface Sent {
  /** Events that the server kept, now or at an earlier try. */
  readonly kept: number;
  readonly refused: number;
  /** What kept them from being sent; null: nothing waits any more. */
  readonly why: string | null;
}

type Reply = { readonly answer: HookAnswer | null } | { readonly why: string };

/**
 * What hooks leave for a team's server. An event is on disk before it is sent, and goes only once the server has it; it is sent
 * again under its own id, which the server counts once.
 */
export class TeamSpool {
  readonly #options: TeamSpoolOptions;
  readonly #now: () => number;

  constructor(options: TeamSpoolOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Sends the newest events with the question, and gives the server's answer; null when it gave none in time. */
  async ask(question: HookQuestion, deadline: AbortSignal): Promise<HookAnswer | null> {
    if (this.#isAway()) return null;
    const batches = await this.#options.spool.claim();
    const sent = this.#sentIds();
    const events = batches.flatMap((batch) => batch.events).filter(({ id }) => !sent.has(id));
    // The rest is for `send`: whoever waits for an answer waits for what belongs to it only.
    const newest = partsOf(events.toReversed())[0]?.toReversed() ?? [];
    const reply = await this.#deliver(newest, question, deadline);
    if ('why' in reply) return null;
    if (newest.length === events.length) await this.#allSent(batches);
    return reply.answer;
  }

  /** Sends what waits, oldest first, as far as the time goes. `force`: also to a server that was away a moment ago. */
  async send(deadline: AbortSignal, { force = false } = {}): Promise<Sent> {
    let kept = 0;
    let refused = 0;
    if (!(await this.waits())) return { kept, refused, why: null };
    if (!force && this.#isAway()) return { kept, refused, why: 'the server was away a moment ago' };
    const batches = await this.#options.spool.claim();
    const sent = this.#sentIds();
    for (const batch of batches) {
      for (const part of partsOf(batch.events.filter(({ id }) => !sent.has(id)))) {
        const reply = await this.#deliver(part, null, deadline);
        if ('why' in reply) return { kept, refused, why: reply.why };
        kept += part.length;
      }
      refused += batch.unreadable;
    }
    await this.#allSent(batches);
    const calls = await this.#sendCalls(deadline);
    return { kept: kept + calls.kept, refused, why: calls.why };
  }

  async #sendCalls(deadline: AbortSignal): Promise<{ kept: number; why: string | null }> {
    let kept = 0;
    for (const call of await this.#options.calls.waiting()) {
      const answer = await this.#call({ path: '/flag', body: flagBody(call) }, deadline);
      if ('why' in answer) return { kept, why: answer.why };
      if (answer.status === 200) await this.#options.calls.done(call.id);
      else if (answer.status >= 500 || [401, 429].includes(answer.status)) return { kept, why: statusWords(answer) };
      else await this.#options.calls.setAside(call.id, 'REFUSED');
      kept += answer.status === 200 ? 1 : 0;
    }
    return { kept, why: null };
  }

  async waits(): Promise<boolean> {
    return this.#options.spool.waits() || (await this.#options.calls.counts()).waiting > 0;
  }

  async #deliver(events: readonly Captured[], question: HookQuestion | null, deadline: AbortSignal): Promise<Reply> {
    const answer = await this.#call({ path: '/hooks', body: { events, question } }, deadline);
    if ('why' in answer) return answer;
    if (answer.status === 200) return this.#taken(jsonOf(answer), events);
    if (answer.status === 400 || answer.status === 413) {
      this.#setAside(events);
      this.#options.log(`the team's server does not understand ${events.length} events; they were set aside`);
      return { answer: null };
    }
    return this.#failed(statusWords(answer));
  }

  async #call(call: TeamCall, deadline: AbortSignal): Promise<TeamAnswer | { why: string }> {
    try {
      return await callTeam(this.#options.team, call, deadline);
    } catch (error) {
      const code = deadline.aborted ? 'no answer in time' : ((error as NodeJS.ErrnoException).code ?? 'no answer');
      return this.#failed(`the team's server is away (${code})`);
    }
  }

  #taken(said: Record<string, unknown> | null, events: readonly Captured[]): Reply {
    if (typeof said?.kept !== 'number') return this.#failed("what answers is no server of Hone's");
    rmSync(this.#awayFile, { force: true });
    const refused = Number(said.refused) || 0;
    if (refused > 0) this.#options.log(`the team's server refused ${refused} of ${events.length} events`);
    const answer = said.answer as Partial<HookAnswer> | null;
    const whole = typeof answer?.text === 'string' && Array.isArray(answer.shown);
    return { answer: whole ? (answer as HookAnswer) : null };
  }

  #failed(why: string): { why: string } {
    this.#options.log(why);
    try {
      writeFileSync(this.#awayFile, String(this.#now() + AWAY_MS), { mode: 0o600 });
    } catch {
      // Without a mark the next hook tries again.
    }
    return { why };
  }

  /** Files that a hook may still write to stay for a while; what of them the server has is noted, and not sent at every event. */
  async #allSent(batches: readonly SpoolBatch[]): Promise<void> {
    const ids = batches.flatMap(({ events }) => events.map(({ id }) => id));
    if (ids.length > 0) writeFileSync(this.#sentFile, ids.join('\n'), { mode: 0o600 });
    for (const batch of batches) await batch.done();
  }

  #sentIds(): ReadonlySet<string> {
    try {
      return new Set(readFileSync(this.#sentFile, 'utf8').split('\n'));
    } catch {
      return new Set();
    }
  }

  get #sentFile(): string {
    return join(this.#options.folder, 'sent');
  }

  #setAside(events: readonly Captured[]): void {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    appendFileSync(join(this.#options.folder, 'set-aside.jsonl'), lines, { mode: 0o600 });
  }

  get #awayFile(): string {
    return join(this.#options.folder, 'away');
  }

  #isAway(): boolean {
    try {
      return Number(readFileSync(this.#awayFile, 'utf8')) > this.#now();
    } catch {
      return false;
    }
  }
}

const statusWords = ({ status }: TeamAnswer): string =>
  status === 401
    ? "the team's server refuses the token: run hone connect again"
    : `the team's server answers with ${status}`;

/** As `POST /flag` takes it. */
export const flagBody = ({ id, at, project, input }: Pick<KeptCall, 'id' | 'at' | 'project' | 'input'>): object => ({
  project,
  at,
  input: { ...input, idempotency_key: id },
});

const partsOf = (events: readonly Captured[]): Captured[][] => {
  const parts: Captured[][] = [];
  let room = { events: 0, characters: 0 };
  for (const event of events) {
    const characters = JSON.stringify(event).length;
    if (room.events < 1 || room.characters < characters) {
      parts.push([]);
      room = { ...MOST };
    }
    parts.at(-1)?.push(event);
    room = { events: room.events - 1, characters: room.characters - characters };
  }
  return parts;
};
