import type { Services } from '../services.ts';
import { type Check, fail, ok } from './check.ts';

/** That every event is as it was signed, and every row as its last event says: a flipped bit is found by its row's hash. */
export const auditCheck = async ({ audit }: Pick<Services, 'audit'>): Promise<Check[]> => {
  const { ok: fits, events, rows, findings } = await audit.verify([]);
  if (fits) return [ok('audit', `${events} events and ${rows} rows are as they were signed.`)];
  const [first] = findings;
  const where = first === undefined || first.project === '' ? 'The store' : first.project;
  return [
    fail(
      'audit',
      `${findings.length === 100 ? 'At least 100' : findings.length} places do not fit. ${where}: ${first?.what ?? ''}.`,
      '`hone audit verify` names them. Restore the last backup that verifies with `hone restore`, or find out who wrote past Hone.',
    ),
  ];
};
