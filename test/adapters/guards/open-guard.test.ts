import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGuard } from '../../../src/adapters/guards/open-guard.ts';

const guard = openGuard({ rulesFolder: join(import.meta.dirname, '../../../data/rules') });

describe('openGuard', () => {
  it.each([
    ['a shape of its own', ['glpat', '-Xw7Qk2Rm9Tz4Lp6Vn8Bc']],
    ['a rule of gitleaks', ['FLWSECK_TEST-', '4f0a92bd6c3e7158a9d0b2c4e6f81375-X']],
    ['a rule of secretlint', ['mongodb://root:', 'Tr7kQ9zLw2@db.internal:27017/app']],
  ])('knows secrets by %s', async (_, parts) => {
    const [span] = await guard.findSecrets(`use ${parts.join('')} in the smoke test`);
    expect(span).toMatchObject({ from: expect.any(Number), to: expect.any(Number) });
  });

  it('takes a text that no field could hold for one, instead of searching it', async () => {
    const text = 'aws github slack api key token secret password access '.repeat(1_500);
    expect(await guard.findSecrets(text)).toEqual([{ kind: 'more text than is searched', from: 0, to: text.length }]);
  });

  it('finds nothing in what a team writes every day', async () => {
    const text =
      'Use pnpm, not npm: the lockfile is pnpm-lock.yaml. Never log Authorization headers or session cookies.';
    expect(await guard.findSecrets(text)).toEqual([]);
  });
});
