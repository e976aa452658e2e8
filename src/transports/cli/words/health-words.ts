import type { HealthReport } from '../../../use-cases/examine-health.ts';
import type { Output } from '../output.ts';

/** One line a check; then what to do first, if anything. */
export const healthWords = (output: Output, { checks }: HealthReport): string => {
  const { paint, show } = output;
  const marks = { ok: paint.green('ok  '), warn: paint.yellow('warn'), fail: paint.red('FAIL') };
  const lines = checks.map((one) => `${marks[one.status]}  ${one.name.padEnd(12)} ${show(one.detail)}`);
  const first = checks.find((one) => one.status === 'fail') ?? checks.find((one) => one.fix !== undefined);
  if (first === undefined) return [...lines, '', 'All is well.'].join('\n');
  const title = first.status === 'fail' ? 'First' : 'Works. To make it better';
  return [...lines, '', `${title} (${first.name}): ${show(first.fix ?? '')}`].join('\n');
};
