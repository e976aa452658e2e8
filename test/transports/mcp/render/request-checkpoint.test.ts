import { describe, expect, it } from 'vitest';
import { renderRequestCheckpoint } from '../../../../src/transports/mcp/render/request-checkpoint.ts';

const base = {
  checkpoint_id: 'chk_1',
  owner: 'platform',
  expires_at: '2026-10-02T09:00:00.000Z',
  meanwhile: 'open a draft',
  next_step: 'Ask again later.',
};

describe('renderRequestCheckpoint', () => {
  it('says what to do while nobody has answered', () => {
    expect(renderRequestCheckpoint({ ...base, status: 'pending' }).split('\n')).toEqual([
      'Checkpoint chk_1: pending. Owner: platform.',
      'Open until 2026-10-02T09:00:00.000Z. Meanwhile: open a draft.',
      'No answer is not a yes.',
      'Next: Ask again later.',
    ]);
  });

  it('gives the answer and who gave it', () => {
    const text = renderRequestCheckpoint({ ...base, status: 'answered', answer: 'Yes.', answered_by: 'ben' });
    expect(text).toContain('Answer of ben: Yes.');
    expect(text).not.toContain('Meanwhile');
  });
});
