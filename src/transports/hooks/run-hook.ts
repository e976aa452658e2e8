import type { Happening } from '../../domain/capture/captured.ts';
import type { HookAnswer } from '../../domain/capture/hook-answer.ts';
import type { HookClient, HookEvent } from '../../domain/capture/hook-event.ts';
import { type SessionState, sessionState } from '../../domain/capture/session-notes.ts';
import { sessionTask } from '../../domain/capture/session-task.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import type { SessionMemory } from '../../ports/session-memory.ts';
import { capture, capturedLine } from './capture.ts';
import { correctionQuestion } from './correction-question.ts';
import type { HookDesk } from './hook-desk.ts';
import { normalise } from './normalise.ts';
import type { Payload } from './payload-fields.ts';
import { reply } from './reply.ts';
import { withoutSecrets } from './without-secrets.ts';
import type { Word } from './word.ts';

/** At most so many questions in a session: a person who corrects often is not to be delayed each time. */
const MOST_QUESTIONS = 3;

/** Kinds that two hooks may report of one moment. Tool calls are only noted, so they need no such care. */
const MAY_FIRE_TWICE: readonly HookEvent['kind'][] = ['session_start', 'prompt', 'stop', 'denied', 'session_end'];

/** One event, from the client's payload to the text for its stdout; empty when there is nothing to say. */
export const runHook = async (
  desk: HookDesk,
  call: { client: HookClient; event: string; payload: Payload },
): Promise<string> => {
  const raw = normalise(call.client, call.event, call.payload);
  if (raw === null) return '';
  const event = withoutSecrets(raw);
  const memory = desk.memory(event.session);
  if (MAY_FIRE_TWICE.includes(event.kind) && !memory.first(markOf(event, memory))) return '';
  const takesContext = reply(call.client, call.event, { as: 'context', text: '-' }) !== null;
  const word = await new Sitting(desk, memory, event, takesContext).hear();
  const said = word === null ? null : reply(call.client, call.event, word);
  return said === null ? '' : `${JSON.stringify(said)}\n`;
};

/** The same for two hooks of one moment, and for no other moment nearby. */
const markOf = (event: HookEvent, memory: SessionMemory): string =>
  event.kind === 'stop'
    ? `stop ${sessionState(memory.notes()).prompts}`
    : `${event.kind} ${event.source ?? ''} ${event.text ?? event.command ?? ''}`;

/** What is done with one event. */
class Sitting {
  readonly #desk: HookDesk;
  readonly #memory: SessionMemory;
  readonly #event: HookEvent;
  readonly #takesContext: boolean;
  readonly #project: string;
  readonly #taskKey: string;

  constructor(desk: HookDesk, memory: SessionMemory, event: HookEvent, takesContext: boolean) {
    this.#desk = desk;
    this.#memory = memory;
    this.#event = event;
    this.#takesContext = takesContext;
    const { project, branch } = desk.where(event.folder);
    this.#project = project;
    this.#taskKey = sessionTask(event.session, branch);
  }

  async hear(): Promise<Word | null> {
    const state = sessionState(this.#memory.notes());
    const { happenings, notes } = capture(this.#event, state, this.#desk.detector);
    for (const what of happenings) this.#spool(what);
    for (const note of notes) this.#memory.note(note);
    if (this.#event.kind === 'stop') return this.#question(state);
    return this.#context(sessionState(this.#memory.notes()));
  }

  /** Before the agent ends: once for each correction of which nothing came. */
  #question(state: SessionState): Word | null {
    if (state.open === null || state.asked >= MOST_QUESTIONS) return null;
    if (this.#event.continued === true || this.#event.interrupted === true) return null;
    this.#memory.note({ n: 'asked' });
    return { as: 'question', text: correctionQuestion(state.open, state.run) };
  }

  async #context(state: SessionState): Promise<Word | null> {
    const { kind, text } = this.#event;
    const asks = kind === 'session_start' || kind === 'tool_fail' || (kind === 'prompt' && isTask(text ?? ''));
    const answer = asks ? await this.#ask(state) : null;
    if (answer?.run !== undefined && answer.run !== state.run) this.#memory.note({ n: 'run', id: answer.run });
    if (answer !== null && answer.text !== '') {
      if (this.#takesContext) return this.#say(answer);
      this.#memory.note({ n: 'held', answer });
    } else if (state.held !== null && this.#takesContext) {
      this.#memory.note({ n: 'released' });
      return this.#say(state.held);
    } else if (answer?.recall !== undefined) {
      this.#spool({ type: 'recalled', recall: answer.recall });
    }
    return null;
  }

  #ask(state: SessionState): Promise<HookAnswer | null> {
    return this.#desk.ask({
      v: 1,
      event: this.#event,
      project: this.#project,
      task_key: this.#taskKey,
      shown: [...state.shown],
    });
  }

  #say({ text, shown, recall }: HookAnswer): Word {
    this.#memory.note({ n: 'shown', ids: shown });
    if (recall !== undefined) this.#spool({ type: 'recalled', recall });
    return { as: 'context', text };
  }

  #spool(what: Happening): void {
    const { client, session, model, turn } = this.#event;
    const at = this.#desk.now();
    // The turn's own key tells two equal happenings apart; where a client has none, the second in which it was.
    const id = fingerprint([this.#project, session, what, turn ?? at.slice(0, 19)]);
    const facts = { at, project: this.#project, client, session, task_key: this.#taskKey };
    this.#desk.spool.append(capturedLine(model === undefined ? facts : { ...facts, model }, what, id));
  }
}

/** Slash commands and single words are no tasks. */
const isTask = (text: string): boolean => /\S\s+\S/u.test(text.trim()) && !/^\/\S+\s*$/u.test(text.trim());
