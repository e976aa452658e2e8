import { describe, expect, it } from 'vitest';
import { once } from '../../src/use-cases/once.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { openTestServices, soloAgent, teamReviewer } from '../support/test-services.ts';

interface Input {
  readonly text: string;
  readonly idempotency_key?: string;
}

const counter = (services: Services) => {
  const done = { prepared: 0, committed: 0 };
  const act = (input: Input, caller: Caller = soloAgent, verb = 'write') =>
    once(services, caller, {
      project: 'app',
      verb,
      input,
      prepare: async () => {
        done.prepared += 1;
        return input.text;
      },
      commit: async (_, text) => {
        done.committed += 1;
        if (text === 'fails') throw new Error('commit failed');
        return { text, count: done.committed };
      },
    });
  return { done, act };
};

describe('a write', () => {
  it('without a key is done each time', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    await act({ text: 'a' });
    await act({ text: 'a' });
    expect(done.committed).toBe(2);
  });

  it('with a key is done once, and its answer is given again without preparing', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    const first = await act({ text: 'a', idempotency_key: 'k' });
    expect(await act({ idempotency_key: 'k', text: 'a' })).toEqual(first);
    expect(done).toEqual({ prepared: 1, committed: 1 });
  });

  it('asked several times at once with one key is done once', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    const answers = await Promise.all(Array.from({ length: 5 }, () => act({ text: 'a', idempotency_key: 'k' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(done.committed).toBe(1);
  });

  it('with a used key and another input is a conflict, and changes nothing', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    await act({ text: 'a', idempotency_key: 'k' });
    await expect(act({ text: 'b', idempotency_key: 'k' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(done.committed).toBe(1);
  });

  it('of two inputs at once with one key lets one through', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    const answers = await Promise.allSettled(['a', 'b'].map((text) => act({ text, idempotency_key: 'k' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.committed).toBe(1);
  });

  it('shares no key with another verb or another principal', async () => {
    const { services } = await openTestServices();
    const { done, act } = counter(services);
    await act({ text: 'a', idempotency_key: 'k' });
    await act({ text: 'b', idempotency_key: 'k' }, soloAgent, 'other');
    await act({ text: 'c', idempotency_key: 'k' }, teamReviewer('bea'));
    expect(done.committed).toBe(3);
  });

  it('that fails keeps neither answer nor project, and can be tried again', async () => {
    const { services } = await openTestServices();
    const { act } = counter(services);
    const input = { text: 'fails', idempotency_key: 'k' };
    await expect(act(input)).rejects.toThrow('commit failed');
    expect(await services.stores.directory.listProjects()).toEqual([]);
    expect(await act({ text: 'a', idempotency_key: 'k' })).toMatchObject({ text: 'a' });
  });
});
