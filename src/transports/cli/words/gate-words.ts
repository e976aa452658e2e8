import type { GateCheck, GateList } from '../../../use-cases/trial/check-gates.ts';
import type { Output } from '../output.ts';

const MARKS: Record<GateCheck['status'], string> = { passed: '[x]', failed: '[!]', open: '[ ]' };

const line = ({ show, paint }: Output, { gate, status, holds, detail }: GateCheck): string =>
  `${MARKS[status]} ${paint.bold(gate)}: ${holds}\n    ${status === 'open' ? 'Open. ' : ''}${show(detail)}`;

/** The checklist, what stands before the first trial on top. */
export const gateWords = (output: Output, { gates, ready }: GateList): string => {
  const of = (when: GateCheck['when']): string[] =>
    gates.filter((check) => check.when === when).map((check) => line(output, check));
  return [
    ready ? 'Nothing stands before a trial.' : 'Before the first trial these must hold:',
    ...of('now'),
    '',
    'Later, each before its own step:',
    ...of('later'),
  ].join('\n');
};
