import { describe, expect, it } from 'vitest';
import { type Checkpoint, checkpointStatus } from '../../src/domain/checkpoint.ts';
import { minute } from '../contracts/samples.ts';

const checkpoint: Checkpoint = {
  project: 'app',
  checkpoint_id: 'chk_1',
  run_id: 'run_1',
  question: 'Drop the column?',
  options: ['yes', 'no'],
  risk: 'high',
  owner: 'ann',
  asked_at: minute(0),
  expires_at: minute(60),
};

describe('a checkpoint', () => {
  it('is pending until its time is up', () => {
    expect(checkpointStatus(checkpoint, minute(0))).toBe('pending');
    expect(checkpointStatus(checkpoint, minute(59))).toBe('pending');
    expect(checkpointStatus(checkpoint, minute(60))).toBe('expired');
  });

  it('that was answered stays answered, with an empty answer too', () => {
    expect(checkpointStatus({ ...checkpoint, answer: '' }, minute(120))).toBe('answered');
  });
});
