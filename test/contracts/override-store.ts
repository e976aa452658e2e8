import { describe, expect, it } from 'vitest';
import type { Override } from '../../src/domain/override.ts';
import { minute, type OpenStore } from './samples.ts';

const off = (name: Override['name'], more: Partial<Override> = {}): Override => ({
  name,
  since: minute(0),
  until: minute(60),
  reason: 'because',
  by: 'kim',
  ...more,
});

export const describeOverrideStore = (name: string, open: OpenStore): void => {
  describe(`overrides: ${name}`, () => {
    it('has what is off until its time, one of a name, the newest', async () => {
      const { stores, unitOfWork } = await open();
      expect(await stores.overrides.active(minute(0))).toEqual([]);
      await unitOfWork.write(async ({ overrides }) => {
        await overrides.set(off('holdout'));
        await overrides.set(off('delivery', { until: minute(90) }));
        await overrides.set(off('delivery', { until: minute(30), reason: 'shorter' }));
      });
      const names = async (at: number) => (await stores.overrides.active(minute(at))).map((one) => one.name);
      expect(await stores.overrides.active(minute(1))).toEqual([
        off('delivery', { until: minute(30), reason: 'shorter' }),
        off('holdout'),
      ]);
      expect([await names(29), await names(30), await names(60)]).toEqual([['delivery', 'holdout'], ['holdout'], []]);
    });

    it('is on again when it was cleared, and off when it is set anew', async () => {
      const { stores, unitOfWork } = await open();
      await unitOfWork.write(async ({ overrides }) => {
        await overrides.set(off('dense'));
        await overrides.clear('dense', { at: minute(1), by: 'kim' });
      });
      expect(await stores.overrides.active(minute(2))).toEqual([]);
      await unitOfWork.write(({ overrides }) => overrides.set(off('dense', { since: minute(3) })));
      expect(await stores.overrides.active(minute(4))).toHaveLength(1);
    });
  });
};
