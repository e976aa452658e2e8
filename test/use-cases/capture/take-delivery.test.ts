import { describe, expect, it } from 'vitest';
import type { Captured, Happening } from '../../../src/domain/capture/captured.ts';
import type { Principal } from '../../../src/domain/principal.ts';
import { hookCaller, takeDelivery } from '../../../src/use-cases/capture/take-delivery.ts';
import { openTestServices } from '../../support/test-services.ts';

const DAN: Principal = {
  name: 'dan',
  kind: 'person',
  roles: ['developer', 'reviewer'],
  projects: ['app'],
  solo: false,
  credential: 'tok_1',
};
const event = (id: string, what: Happening, more: Partial<Captured> = {}): Captured => ({
  v: 1,
  id,
  at: '2026-01-01T00:00:00.000Z',
  project: 'app',
  client: 'claude-code',
  session: 's1',
  task_key: 'APP-7',
  what,
  ...more,
});
const DAY = [
  event('1', { type: 'prompt', task: 'install axios' }),
  event('2', { type: 'intervened', kind: 'override', note: 'refused: npm install' }),
];

describe('takeDelivery', () => {
  it('keeps each event once, as an agent’s word in the name of the token', async () => {
    const { services } = await openTestServices();
    expect(await takeDelivery(services, DAN, DAY)).toEqual({ kept: 2, refused: 0 });
    expect(await takeDelivery(services, DAN, DAY)).toEqual({ kept: 2, refused: 0 });
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items).toHaveLength(1);
    const history = await services.stores.runs.history('app', items[0]?.run.run_id ?? '');
    expect(history?.run.principal).toBe('dan');
    expect(history?.interventions).toMatchObject([{ kind: 'override', by: 'dan' }]);
  });

  it('refuses another project, a reader, and a time far ahead', async () => {
    const { services } = await openTestServices();
    const [prompt] = DAY;
    if (prompt === undefined) throw new Error('no event');
    expect(await takeDelivery(services, DAN, [{ ...prompt, project: 'other' }])).toEqual({ kept: 0, refused: 1 });
    expect(await takeDelivery(services, { ...DAN, roles: [] }, [prompt])).toEqual({ kept: 0, refused: 1 });
    expect(await takeDelivery(services, DAN, [{ ...prompt, at: '2999-01-01T00:00:00.000Z' }])).toEqual({
      kept: 0,
      refused: 1,
    });
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(0);
  });

  it('takes a merge from elsewhere for no more than the agent’s word', async () => {
    const { services } = await openTestServices();
    const merged = event('3', { type: 'merged', branch: 'APP-7' });
    await takeDelivery(services, DAN, [...DAY, merged]);
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items[0]?.outcome).toMatchObject({ source: 'agent' });
  });

  it('masks what the server knows as a secret', async () => {
    const { services } = await openTestServices();
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    await takeDelivery(services, DAN, [event('1', { type: 'prompt', task: `log in with ${secret} please` })]);
    expect(JSON.stringify(await services.stores.runs.listRuns('app', {}))).not.toContain(secret);
  });
});

describe('hookCaller', () => {
  it('is an agent whoever’s token it is, and nobody outside of its projects', () => {
    expect(hookCaller(DAN, 'app')?.principal).toMatchObject({ kind: 'agent', roles: ['agent'] });
    expect(hookCaller(DAN, 'other')).toBeNull();
  });
});
