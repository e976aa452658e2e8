import { describe, expect, it } from 'vitest';
import { startNoticeRounds } from '../../../src/transports/http/notice-rounds.ts';

const log = (events: string[]) => ({
  debug: () => {},
  info: (event: string) => void events.push(event),
  warn: (event: string, fields: object = {}) => void events.push(`${event} ${JSON.stringify(fields)}`),
});

describe('startNoticeRounds', () => {
  it('goes on while the store is away, says so without its words, and ends when asked', async () => {
    const events: string[] = [];
    let asked = 0;
    const twice = new Promise<void>((resolve) => {
      const stop = startNoticeRounds({
        services: async () => {
          asked += 1;
          if (asked === 2) resolve(stop());
          throw new TypeError('a secret path');
        },
        log: log(events),
        consoleAt: 'http://127.0.0.1',
        everyMs: 1,
      });
    });
    // The timer of the rounds alone keeps no process alive.
    const alive = setInterval(() => {}, 1_000);
    await twice;
    clearInterval(alive);
    expect(events).toEqual(['notices {"failure":"TypeError"}', 'notices {"failure":"TypeError"}']);
  });
});
