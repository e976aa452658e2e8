import { describe, expect, it } from 'vitest';
import { draftLesson, readList } from '../../../src/domain/import/draft-lesson.ts';
import type { FieldName } from '../../../src/domain/import/field-labels.ts';

const draft = (fields: Partial<Record<FieldName, string>>, body = '', title: string | null = 'Title') =>
  draftLesson({
    line: 1,
    heading: title === null ? null : { title },
    fields: new Map(Object.entries(fields) as [FieldName, string][]),
    body,
    paths: [],
  });

describe('draftLesson', () => {
  it('takes the rule from a rule, else from a fix, else from the text, else from the heading', () => {
    expect(draft({ rule: 'a', fix: 'b' }, 'c')).toMatchObject({ rule: 'a', why: 'Fix: b\n\nc' });
    expect(draft({ fix: 'b' }, 'c')).toMatchObject({ rule: 'b', why: 'c' });
    expect(draft({ why: 'd' }, 'c')).toMatchObject({ rule: 'c', why: 'd' });
    expect(draft({ why: 'd' })).toMatchObject({ rule: 'Title', why: 'd' });
    expect(draft({})).toMatchObject({ rule: '' });
  });

  it('says when it applies by `When`, else by the heading with a short situation, else by what there is', () => {
    expect(draft({ when: 'w', situation: 's', rule: 'a' })).toMatchObject({ when: 'w', why: 'Situation: s' });
    expect(draft({ situation: 's', rule: 'a' })).toMatchObject({ when: 'Title: s' });
    expect(draft({ situation: 'long '.repeat(60), rule: 'a' })).toMatchObject({ when: 'Title' });
    expect(draft({ situation: 's', rule: 'a' }, '', null)).toMatchObject({ when: 's' });
    expect(draft({}, 'Use it. Always.', null)).toMatchObject({ when: 'Use it.', rule: 'Use it. Always.' });
  });

  it('takes short lines as example tasks, and anything else as part of the reason', () => {
    expect(draft({ rule: 'a', example: '- add axios\n- bump vitest' })).toMatchObject({
      examples: ['add axios', 'bump vitest'],
    });
    const code = 'see\n```\nx\n```';
    expect(draft({ rule: 'a', example: code })).toMatchObject({ examples: [], why: `Example: ${code}` });
  });
});

describe('readList', () => {
  it('reads lines and commas, and leaves the commas of a glob', () => {
    expect(readList('`src/**/*.{ts,tsx}`, "test/**"\n- docs/')).toEqual(['src/**/*.{ts,tsx}', 'test/**', 'docs/']);
    expect(readList('["a", "b"]')).toEqual(['a', 'b']);
  });
});
