import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callFiles } from '../../../src/adapters/spool/call-files.ts';
import { HoneError } from '../../../src/domain/error.ts';
import { doKeptCalls } from '../../../src/transports/mcp/do-kept-calls.ts';
import { answerWhenAway } from '../../../src/use-cases/away/answer-when-away.ts';
import { inProject, openTestServices, soloAgent, teamAgent, temporaryFolder } from '../../support/test-services.ts';

const AWAY = new HoneError('STORE_UNAVAILABLE', 'The store cannot be opened.', '');
const CORRECTION = { wrong: 'used npm', right: 'Use pnpm here.' };

const setUp = async () => {
  const { services } = await openTestServices();
  const folder = temporaryFolder();
  const spool = callFiles(join(folder, 'calls'));
  const { ids, clock, guard } = services;
  const standby = { spool, ids, clock, guard };
  const keep = (tool: string, input: object, caller = soloAgent, error: unknown = AWAY) =>
    answerWhenAway(standby, caller, tool, { ...input }, error);
  const corrections = async () => (await services.stores.lessons.list('app', {})).total;
  return { services, spool, keep, corrections };
};

describe('a write while the store is away', () => {
  it('is kept, done once with its key, and says meanwhile that it was not done', async () => {
    const { services, spool, keep, corrections } = await setUp();
    await expect(keep('record_correction', CORRECTION)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('kept on this machine'),
    });
    const [kept] = await spool.waiting();
    expect(await doKeptCalls(services, soloAgent, spool)).toBe(1);
    if (kept !== undefined) await spool.keep(kept);
    expect(await doKeptCalls(services, soloAgent, spool)).toBe(1);
    expect(await corrections()).toBe(1);
    expect(await spool.counts()).toEqual({ waiting: 0, setAside: 0 });
  });

  it('that holds a secret is not written down', async () => {
    const { spool, keep } = await setUp();
    const secret = `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`;
    await expect(keep('record_correction', { ...CORRECTION, why: `token ${secret}` })).rejects.toBe(AWAY);
    expect(await spool.counts()).toEqual({ waiting: 0, setAside: 0 });
  });

  it('that cannot wait, or failed for another reason, gets the first error', async () => {
    const { spool, keep } = await setUp();
    await expect(keep('get_lesson', { lesson_id: 'les_1' })).rejects.toBe(AWAY);
    const conflict = new HoneError('CONFLICT', 'no', '');
    await expect(keep('record_correction', CORRECTION, soloAgent, conflict)).rejects.toBe(conflict);
    expect((await spool.counts()).waiting).toBe(0);
  });

  it('is done under the rights of the one who does it, and set aside when it is refused', async () => {
    const { services, spool, keep, corrections } = await setUp();
    await keep('record_correction', CORRECTION, inProject(soloAgent, 'other')).catch(() => {});
    await keep('record_outcome', { run_id: 'run_of_nobody', outcome: 'failed' }).catch(() => {});
    await keep('record_correction', CORRECTION).catch(() => {});
    const other = { ...teamAgent, principal: { ...teamAgent.principal, name: 'bob' } };
    expect(await doKeptCalls(services, other, spool)).toBe(0);
    expect(await doKeptCalls(services, teamAgent, spool)).toBe(1);
    expect(await corrections()).toBe(1);
    expect(await spool.counts()).toEqual({ waiting: 1, setAside: 1 });
  });
});
