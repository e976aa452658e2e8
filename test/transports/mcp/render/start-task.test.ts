import { describe, expect, it } from 'vitest';
import { renderStartTask } from '../../../../src/transports/mcp/render/start-task.ts';
import type { StartTaskResult } from '../../../../src/use-cases/start-task.ts';

const plain: StartTaskResult = {
  run_id: 'run_1',
  task_id: 'task_1',
  project: 'app',
  attempt: 1,
  routing: { decision: 'proceed', workflow: 'bugfix', confidence: 0.9, reason: 'It is a defect.' },
  boundary: [],
  guardrails: { timeout_minutes: 60, max_attempts: 2, fallback: 'open a draft', checkpoints: [] },
  recall: {
    recall_id: 'rec_1',
    decision: 'abstain',
    reason: 'Nothing comes near.',
    lessons: [],
    path: 'hybrid',
    tokens: 0,
    next_step: 'Go on.',
  },
};

describe('renderStartTask', () => {
  it('holds what the agent needs later and what holds now', () => {
    expect(renderStartTask(plain).split('\n')).toEqual([
      'run_id run_1, task_id task_1, project app, attempt 1 of at most 2.',
      'Decision: proceed in workflow bugfix. It is a defect.',
      'At most 60 minutes. Fallback: open a draft.',
      'No relevant lessons. Nothing comes near.',
      'recall_id rec_1',
      'Next: Go on.',
    ]);
  });

  it('says who decides, what is missing, and that it goes in circles', () => {
    const text = renderStartTask({
      ...plain,
      routing: {
        decision: 'clarify',
        workflow: null,
        confidence: null,
        reason: 'Two fit.',
        options: [{ workflow: 'bugfix', confidence: 0.5, entry: 'A defect.' }],
        owner: 'platform',
      },
      boundary: [
        { path: 'src/**', may: 'agent', owner: 'platform', because: '' },
        { path: 'infra/**', may: 'human_only', owner: 'platform', because: 'production' },
      ],
      guardrails: { ...plain.guardrails, checkpoints: ['before a schema change'] },
      missing: ['error'],
      loop: { pattern: 'same_failure', action: 'escalate', attempts: 3, same_error: 3, advice: 'Ask the owner.' },
    });
    expect(text).toContain('Choose one and call start_task again with workflow: bugfix (A defect.). Ask: platform.');
    expect(text).toContain('src/**: you may change\ninfra/**: people only (owner platform: production)');
    expect(text).toContain('Ask first (request_checkpoint): before a schema change.');
    expect(text).toContain('Still missing before you may start: error.');
    expect(text).toContain('LOOP: Ask the owner.');
  });
});
