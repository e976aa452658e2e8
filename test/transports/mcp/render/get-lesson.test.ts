import { describe, expect, it } from 'vitest';
import { renderGetLesson } from '../../../../src/transports/mcp/render/get-lesson.ts';
import { getLesson } from '../../../../src/use-cases/get-lesson.ts';
import { recordCorrection } from '../../../../src/use-cases/record-correction.ts';
import { openTestServices, soloAgent } from '../../../support/test-services.ts';

describe('renderGetLesson', () => {
  it('tells all of a lesson inside a fence, its life and its use', async () => {
    const { services } = await openTestServices();
    const { lesson } = await recordCorrection(services, soloAgent, {
      wrong: 'edited the generated file',
      right: 'edit its source',
      when: 'changing the API client',
      why: 'the generator overwrites it',
      examples: ['Add a field to the API client'],
    });
    const text = renderGetLesson(await getLesson(services, soloAgent, { lesson_id: lesson?.lesson_id ?? '' }));
    const inside = /<<lessons ([0-9a-f]{8})\n([\s\S]+)\nlessons \1>>/u.exec(text)?.[2] ?? '';
    for (const part of [
      'when: changing the API client',
      'rule: edit its source',
      'why: the generator overwrites it',
      'example: Add a field to the API client',
      'evidence (correction): ',
    ]) {
      expect(inside).toContain(`  ${part}`);
    }
    expect(inside).toMatch(/new → \w+ by ann/u);
    expect(text).toContain('Shown 0 times, judged 0 times.');
  });
});
