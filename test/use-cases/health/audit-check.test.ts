import { expect, it } from 'vitest';
import { auditCheck } from '../../../src/use-cases/health/audit-check.ts';

it('says what fits, or the first thing that does not and what to do', async () => {
  const found = (findings: { project: string; what: string }[]) =>
    auditCheck({
      audit: {
        events: async () => ({ items: [], total: 0 }),
        heads: async () => [],
        verifiedAt: async () => null,
        verify: async () => ({ ok: findings.length === 0, events: 3, rows: 9, heads: [], findings }),
      },
    });
  expect(await found([])).toEqual([
    { name: 'audit', status: 'ok', detail: '3 events and 9 rows are as they were signed.' },
  ]);
  const [check] = await found([{ project: 'app', what: 'the row les_a of lesson is gone' }]);
  expect(check).toMatchObject({ status: 'fail', detail: '1 places do not fit. app: the row les_a of lesson is gone.' });
  expect(check?.fix).toContain('hone restore');
});
