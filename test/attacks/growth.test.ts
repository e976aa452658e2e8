import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../src/adapters/guards/inspect-text.ts';
import { findSecrets } from '../../src/domain/guard/find-secrets.ts';
import { cleanText } from '../../src/domain/text/canonical.ts';

/** What guards look for, and beginnings of it without an end. */
const PIECES = [
  ...['ignore ', 'all ', 'previous ', 'instructions ', 'without ', 'review ', 'merge ', 'never ', 'the user '],
  ...['password ', 'token = ', 'ghp_', 'eyJ', '-----BEGIN ', 'https://a:', '?key=', '"kty":"', '"d":"', '$2b$'],
  ...['curl ', '| sh ', 'rm -rf ', 'git push ', 'base64 -d ', '$(', '<!--', '<a ', '<|', '[INST]', '```', '"role":'],
  ...['%69', '\\x69', '\\u{69}', '&#x69;', '0x69, ', '105 ', '01101001 ', 'SGVsbG8g', 'MFRGGZDF', '6a', 'i-g-n-o-r-e '],
  ...['|', '---', '\n', ' ', '.', ':', "'", '"', '`', '**', '\u200b', '\u0301', '忽略', '所有', '指令', 'забудь ', 'а'],
];

/** Processor time of the quickest of some turns, in ms. */
const cost = (work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 4; turn += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
};

const SHORT = 3_000;
const TIMES = 5;
/** Linear work grows as the text does, quadratic by its square: the bound lies between, with room for a busy machine. */
const MOST_GROWTH = TIMES * 3;
/** Below it the clock of the processor is too coarse to divide by. */
const MEASURABLE_MS = 4;

const GUARDS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['orders and commands', (text) => inspectText([{ field: 'rule', text }])],
  ['secrets', (text) => findSecrets(text)],
  ['hidden characters', (text) => cleanText(text)],
];

describe('the work of the guards', () => {
  it.each(GUARDS)('for %s grows no faster than the text, whatever it repeats', (_, guard) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), (pieces) => {
        const unit = pieces.join('');
        const textOf = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        const [short, long] = [textOf(SHORT), textOf(SHORT * TIMES)];
        const grown = cost(() => guard(long));
        if (grown < MEASURABLE_MS * TIMES) return;
        expect(
          grown /
            Math.max(
              cost(() => guard(short)),
              0.5,
            ),
        ).toBeLessThan(MOST_GROWTH);
      }),
      { numRuns: 60 },
    );
  });
});
