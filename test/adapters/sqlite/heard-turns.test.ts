import { describe, expect, it } from 'vitest';
import type { HeardTurn } from '../../../src/domain/capture/heard-turn.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

const heard = (runId: string, at: string): HeardTurn => ({
  project: 'app',
  run_id: runId,
  kind: 'correction',
  probability: 0.83,
  quote: 'No, use pnpm.',
  wrong: 'npm test',
  right: 'use pnpm',
  at,
});

describe('sqliteHeardTurns', () => {
  it('keeps what was heard in a run, in the order of time, and of no other project', async () => {
    const { services } = await openTestServices();
    const { run_id: runId } = await startTask(services, soloAgent, { task: 'fix it' });
    const turns = ['2026-10-01T10:00:00.000Z', '2026-10-01T09:30:00.000Z'].map((at) => heard(runId, at));
    await services.unitOfWork.write(async (stores) => {
      for (const turn of turns) await stores.heard.add(turn);
    });
    expect(await services.stores.heard.ofRun('app', runId)).toEqual(turns.toReversed());
    expect(await services.stores.heard.ofRun('other', runId)).toEqual([]);
  });
});
