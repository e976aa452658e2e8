import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Caller, Services } from '../../use-cases/services.ts';
import { countsOf } from './visit.ts';

/** How often the store is looked at while somebody watches, in milliseconds. */
const LOOK_MS = 3_000;
/** A line now and then keeps proxies from closing the stream. */
const BEAT_EVERY = 5;

/** Tells an open page what waits, when that changes. Ends with the page, or with the right to see it. */
export const live = (context: Context, services: Services, caller: () => Promise<Caller | null>): Response =>
  streamSSE(context, async (stream) => {
    let told = '';
    for (let look = 0; !stream.aborted; look += 1) {
      const who = await caller().catch(() => null);
      if (who === null) return;
      const data = JSON.stringify(await countsOf(services, who));
      if (data !== told) await stream.writeSSE({ event: 'counts', data });
      else if (look % BEAT_EVERY === 0) await stream.write(': still here\n\n');
      told = data;
      await stream.sleep(LOOK_MS);
    }
  });
