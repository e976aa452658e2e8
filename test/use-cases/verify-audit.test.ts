import { expect, it } from 'vitest';
import { anchorAudit } from '../../src/use-cases/anchor-audit.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { verifyAudit } from '../../src/use-cases/verify-audit.ts';
import { openTestServices, soloPerson, teamReviewer } from '../support/test-services.ts';

it('verifies against heads that were kept outside, for leads and admins', async () => {
  const { services } = await openTestServices();
  await recordCorrection(services, soloPerson, { wrong: 'a', right: 'Run the generator', when: 'changing the parser' });
  const { heads } = await anchorAudit(services, soloPerson);
  expect(await verifyAudit(services, soloPerson, { outside: heads })).toMatchObject({ ok: true, heads });
  const foreign = heads.map((head) => ({ ...head, hash: 'ff'.repeat(32) }));
  expect(await verifyAudit(services, soloPerson, { outside: foreign })).toMatchObject({ ok: false });
  for (const refused of [verifyAudit, anchorAudit]) {
    await expect(refused(services, teamReviewer('ben'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
