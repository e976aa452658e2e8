import { expect, it } from 'vitest';
import { learningCheck } from '../../../src/use-cases/health/learning-check.ts';
import { addLessons, minute, newLesson } from '../../contracts/samples.ts';
import { openTestServices } from '../../support/test-services.ts';

it('says whose recall is calibrated on its own verdicts', async () => {
  const { services } = await openTestServices();
  expect((await learningCheck(services))[0]?.detail).toContain('No project yet');
  await addLessons(services, newLesson('les_a'));
  expect((await learningCheck(services))[0]?.detail).toBe(
    'On the threshold that ships: app (0 verdicts of at least 29).',
  );
  const calibration = { fitted_at: minute(1), verdicts: 40, threshold: 0.31, curve: [{ score: 0.5, helps: 0.9 }] };
  await services.unitOfWork.write(({ lessons }) => lessons.setCalibration('app', calibration));
  expect((await learningCheck(services))[0]?.detail).toBe(
    'Calibrated on its own verdicts: app (40 verdicts, shows lessons from 0.31 on).',
  );
});
