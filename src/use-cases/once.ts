import { HoneError } from '../domain/error.ts';
import { fingerprint } from '../domain/text/fingerprint.ts';
import type { AnswerSlot } from '../ports/answer-store.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { refuseSwitchedOff } from './override/switched-off.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

interface Verb<P, T> {
  readonly project: string;
  readonly verb: string;
  /** What was asked, key included. */
  readonly input: { readonly idempotency_key?: string | undefined };
  /** All that takes time and needs no lock. */
  readonly prepare: () => Promise<P>;
  readonly commit: (stores: Stores, prepared: P) => Promise<T>;
}

/**
 * Does a write once: the same key with the same input gets the first answer again.
 *
 * @throws HoneError CONFLICT when the key was used with another input; FORBIDDEN for somebody who only reads.
 */
export const once = async <P, T>(services: Services, caller: Caller, work: Verb<P, T>): Promise<T> => {
  if (caller.principal.roles.length === 0) throw onlyReads();
  await refuseSwitchedOff(services, caller, work.verb);
  const { idempotency_key: key, ...rest } = work.input;
  const write = (inner: (stores: Stores) => Promise<T>): Promise<T> =>
    signed(services, caller, work.verb).unitOfWork.write(async (stores) => {
      await stores.directory.addProject(work.project, services.clock.now());
      return inner(stores);
    });
  if (key === undefined) {
    const prepared = await work.prepare();
    return write((stores) => work.commit(stores, prepared));
  }
  const slot = { project: work.project, principal: caller.principal.name, verb: work.verb, key };
  const print = fingerprint(rest);
  const earlier = await earlierAnswer<T>(services.stores, slot, print);
  if (earlier !== null) return earlier.answer;
  const prepared = await work.prepare();
  return write(async (stores) => {
    const meanwhile = await earlierAnswer<T>(stores, slot, print);
    if (meanwhile !== null) return meanwhile.answer;
    const answer = await work.commit(stores, prepared);
    await stores.answers.keep(slot, {
      fingerprint: print,
      answer: JSON.stringify(answer),
      at: services.clock.now(),
    });
    return answer;
  });
};

const onlyReads = (): HoneError =>
  new HoneError('FORBIDDEN', 'This token is for reading only.', 'Ask an admin for one of another role.');

const earlierAnswer = async <T>(stores: Stores, slot: AnswerSlot, print: string): Promise<{ answer: T } | null> => {
  const earlier = await stores.answers.find(slot);
  if (earlier === null) return null;
  if (earlier.fingerprint !== print) {
    throw new HoneError(
      'CONFLICT',
      'This idempotency_key was already used with other arguments.',
      'Use a new key for a new call; repeat a key only to repeat the very same call.',
    );
  }
  return { answer: JSON.parse(earlier.answer) as T };
};
