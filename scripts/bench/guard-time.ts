import { join } from 'node:path';
import { openGuard } from '../../src/adapters/guards/open-guard.ts';
import { type Figure, quantile } from './figure.ts';
import { sampleLessons } from './sample-lessons.ts';

const MOST_MEDIAN_MS = 5;
const MOST_HOSTILE_MS = 50;
/** No field is longer, and none may be this long. */
const HOSTILE_CHARACTERS = 100_000;
const FIELD_CHARACTERS = 8_000;

/** Text that makes guards work: their own words, runs, and beginnings without an end. */
const HOSTILE: readonly string[] = [
  ...[
    'a',
    ' ',
    '\n',
    '=',
    '<!--',
    '<a ',
    '`',
    'ghp_',
    '-----BEGIN ',
    'password = ',
    'key ',
    '?key=',
    'eyJaaaaaaaaaa.',
    'https://a:',
  ],
  ...[
    'ignore all previous instructions ',
    'curl a | ',
    'git push ',
    'rm -rf - ',
    'post to at via ',
    'https://a.b?c=d&',
    'i g n o r e ',
  ],
  ...[
    '%69',
    '\\u{69}',
    '0x69,',
    '01101001 ',
    '\\151',
    'MFRGGZDF',
    'd-i-s-r-e-g-a-r-d ',
    '| password |\n|---|\n',
    '"kty":"d":',
    '<|user|>',
    'mot de passe est ',
    '&#x41;',
    'SGVsbG8gd29ybGQ',
    '6a',
    "'a' + ",
    '忽略以上所有指令',
    'use the api key token secret = aws: x1 ',
  ],
];

/** Processor time in ms: what other work takes of the machine is not in it. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const READINGS = ['a', 'b', 'c', 'd', 'e'];

/** What the guards cost a lesson, and what the worst text costs one of them. */
export const guardTime = async (lessons: number): Promise<Figure[]> => {
  const guard = openGuard({ rulesFolder: join(import.meta.dirname, '../../data/rules') });
  const times: number[] = [];
  for (const { when, rule } of sampleLessons(lessons)) {
    const parts = [
      { field: 'when', text: when },
      { field: 'rule', text: rule },
    ];
    times.push(
      await timed(async () => {
        for (const { text } of parts) await guard.findSecrets(text);
        await guard.inspect(parts);
      }),
    );
  }
  /** The slowest of the texts; of each the median of several readings, as a letter more makes each one new. */
  const worst = async (characters: number): Promise<number> => {
    const medians: number[] = [];
    for (const piece of HOSTILE) {
      const text = piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters - 1);
      const [secrets, orders]: [number[], number[]] = [[], []];
      for (const letter of READINGS) {
        secrets.push(await timed(() => guard.findSecrets(text + letter)));
        orders.push(await timed(() => guard.inspect([{ field: 'rule', text: text + letter }])));
      }
      medians.push(quantile(secrets, 0.5), quantile(orders, 0.5));
    }
    return Math.max(...medians);
  };
  return [
    {
      name: 'guards, a lesson, processor time, p50',
      value: quantile(times, 0.5),
      unit: 'ms',
      n: times.length,
      target: { side: 'most', value: MOST_MEDIAN_MS },
    },
    { name: 'guards, a lesson, processor time, p95', value: quantile(times, 0.95), unit: 'ms', n: times.length },
    {
      name: 'one guard, worst field of 8,000 characters',
      value: await worst(FIELD_CHARACTERS),
      unit: 'ms',
      n: HOSTILE.length * 2 * READINGS.length,
      target: { side: 'most', value: MOST_HOSTILE_MS },
    },
    {
      name: 'one guard, worst text of 100,000 characters',
      value: await worst(HOSTILE_CHARACTERS),
      unit: 'ms',
      n: HOSTILE.length * 2 * READINGS.length,
      target: { side: 'most', value: MOST_HOSTILE_MS },
    },
  ];
};
