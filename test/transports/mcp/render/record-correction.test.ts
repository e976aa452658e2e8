import { describe, expect, it } from 'vitest';
import { REPEAT_REASONS } from '../../../../src/domain/intervention.ts';
import { renderRecordCorrection } from '../../../../src/transports/mcp/render/record-correction.ts';

const base = { correction_id: 'cor_1', next_step: 'Go on.' };

describe('renderRecordCorrection', () => {
  it.each(REPEAT_REASONS)('names the lesson that said so before: %s', (why) => {
    const text = renderRecordCorrection({ ...base, match: 'repeat', repeat: { lesson_id: 'les_1', why } });
    expect(text).toMatch(/^Recorded as cor_1\.\nA lesson said so before: les_1, .{10,}\.\nNext: Go on\.$/u);
  });

  it('says whether a new lesson serves', () => {
    const lesson = { lesson_id: 'les_1', state: 'proposed', served_now: false } as const;
    expect(renderRecordCorrection({ ...base, match: 'novel', lesson })).toContain('not served before a person');
    expect(renderRecordCorrection({ ...base, match: 'novel', lesson: { ...lesson, served_now: true } })).toContain(
      'served from now on',
    );
  });
});
