import { expect, it } from 'vitest';
import { EXPORTED_METRICS } from '../../src/domain/telemetry/exported-metrics.ts';
import { exportedFamilies } from '../../src/transports/exported-families.ts';
import { openTestServices } from '../support/test-services.ts';

it('has every exported metric once, in an empty store too', async () => {
  const { services } = await openTestServices();
  const names = (await exportedFamilies(async () => services)('*')).map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(EXPORTED_METRICS).sort());
});
