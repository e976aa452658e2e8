import { expect, it } from 'vitest';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

it('keeps no person in a lesson: the same value has the same name in all its texts', async () => {
  const { services } = await openTestServices();
  const { lesson_id } = await proposeLesson(services, soloAgent, {
    when: 'an invoice of m.lindqvist@kvartal-systems.se fails',
    rule: 'Round per line.',
    evidence: [
      { kind: 'review', text: 'M.Lindqvist@kvartal-systems.se and j.berg@kvartal-systems.se, +46 70 174 06 05' },
    ],
  });
  const record = await services.stores.lessons.record('app', lesson_id ?? '');
  expect(record?.lesson.when).toBe('an invoice of [e-mail 1] fails');
  expect(record?.evidence[0]?.text).toBe('[e-mail 1] and [e-mail 2], [phone 1]');
});
