import { describe, expect, it } from 'vitest';
import { LazyServices, type OpenServices } from '../../src/transports/lazy-services.ts';
import { openTestServices } from '../support/test-services.ts';

const opened = async (): Promise<{ services: OpenServices; closed: () => number }> => {
  const { services } = await openTestServices();
  let count = 0;
  return {
    services: {
      ...services,
      close: async () => {
        count += 1;
      },
    },
    closed: () => count,
  };
};

describe('LazyServices', () => {
  it('opens once, at the first need', async () => {
    const { services, closed } = await opened();
    let times = 0;
    const lazy = new LazyServices(async () => {
      times += 1;
      return services;
    });
    expect(times).toBe(0);
    lazy.prepare();
    const [first, second] = await Promise.all([lazy.get(), lazy.get()]);
    expect([first, second, times]).toEqual([services, services, 1]);
    await lazy.close();
    expect(closed()).toBe(1);
  });

  it('tries again after a failure, and closing what never opened is nothing', async () => {
    const { services } = await opened();
    let away = true;
    const lazy = new LazyServices(async () => {
      if (away) throw new Error('away');
      return services;
    });
    await lazy.close();
    lazy.prepare();
    await expect(lazy.get()).rejects.toThrow('away');
    away = false;
    expect(await lazy.get()).toBe(services);
  });
});
