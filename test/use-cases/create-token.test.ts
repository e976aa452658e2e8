import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createToken } from '../../src/use-cases/create-token.ts';
import { listTokens } from '../../src/use-cases/list-tokens.ts';
import { openTestServices, soloPerson, teamAgent, teamReviewer } from '../support/test-services.ts';

const input = { name: 'ben', role: 'reviewer', projects: ['app'] } as const;

describe('createToken', () => {
  it('tells the secret once and keeps no byte of it', async () => {
    const { services } = await openTestServices();
    const created = await createToken(services, soloPerson, input);
    expect(created).toMatchObject({ for: 'ben', role: 'reviewer', projects: ['app'] });
    expect(created.id).toMatch(/^tok_/u);
    expect(await services.credentials.identify(created.token)).toMatchObject({
      status: 'known',
      principal: { name: 'ben', credential: created.id },
    });
    expect(JSON.stringify(await listTokens(services, soloPerson))).not.toContain(created.token.slice(5, 20));
    const folder = dirname(services.inspection.location);
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file)).includes(created.token.slice(5, 20)), file).toBe(false);
    }
  });

  it('is for admins only, whatever else one is', async () => {
    const { services } = await openTestServices();
    for (const caller of [teamAgent, teamReviewer('eva')]) {
      await expect(createToken(services, caller, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await services.stores.directory.listTokens()).length).toBe(0);
  });

  it('ends after 90 days, after the stated time, and never later than in a year', async () => {
    const { services, clock } = await openTestServices();
    const days = async (expires?: string) => {
      const created = await createToken(services, soloPerson, expires === undefined ? input : { ...input, expires });
      return Math.round((Date.parse(created.expires_at) - Date.parse(clock.now())) / 86_400_000);
    };
    expect([await days(), await days('11h'), await days('30d'), await days('2026-10-11T09:00:00Z')]).toEqual([
      90, 0, 30, 10,
    ]);
    for (const wrong of ['367d', 'never', '', '2020-01-01', '9999-01-01', '-1d', 'NaN']) {
      await expect(days(wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });
});
