import { describe, expect, it } from 'vitest';
import { fieldName, isSafeKey } from '../../../src/tools/validate/field-name.ts';

describe('the name of a field', () => {
  it('is its path, as one writes it', () => {
    expect(fieldName(['task'])).toBe('`task`');
    expect(fieldName(['verdicts', 0, 'verdict'])).toBe('`verdicts[0].verdict`');
  });

  it('leaves out keys that are no short plain word', () => {
    expect(fieldName(['scope', 'do this instead'])).toBe('`scope.…`');
    expect(isSafeKey('idempotency_key')).toBe(true);
    expect(isSafeKey('a'.repeat(20))).toBe(false);
    expect(isSafeKey('')).toBe(false);
  });
});
