import type { Services } from '../../src/use-cases/services.ts';
import { loopingTraces } from '../fixtures/loops/looping-traces.ts';
import { productiveTraces } from '../fixtures/loops/productive-traces.ts';
import { playTrace } from './play-trace.ts';

/** Calls that may go by after the circle is closed before it must be found. */
const EXTRA_CYCLES = 2;

export interface Judged {
  readonly name: string;
  readonly right: boolean;
  /** What was found where, in words. */
  readonly found: string;
}

/** Every trace played, and whether the loops were found in time and the productive ones left alone. */
export const judgeTraces = async (
  services: Services,
  clock: { advance(hours: number): void },
): Promise<{ looping: Judged[]; productive: Judged[] }> => {
  const [looping, productive]: [Judged[], Judged[]] = [[], []];
  let number = 0;
  for (const trace of [...loopingTraces, ...productiveTraces]) {
    number += 1;
    const { found } = await playTrace(services, clock, `trace-${number}`, trace);
    const words = found.map(({ at, pattern }) => `${pattern} at ${at}`).join(', ') || 'nothing';
    const { loop } = trace;
    if (loop === undefined) productive.push({ name: trace.name, right: found.length === 0, found: words });
    else {
      const inTime = found.some((one) => one.pattern === loop.pattern && one.at <= loop.at + EXTRA_CYCLES);
      looping.push({ name: trace.name, right: inTime, found: words });
    }
  }
  return { looping, productive };
};
