import { statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditKey, auditKeyFile } from '../../../../src/adapters/sqlite/audit/audit-key.ts';
import { storePath } from '../../../support/open-test-store.ts';

describe('auditKey', () => {
  it('is made once, for this user only, and is the same ever after', () => {
    const path = storePath();
    const [first, second] = [auditKey(path), auditKey(path)];
    expect(first.seal('a', 'b')).toBe(second.seal('a', 'b'));
    expect(first.id).toBe(second.id);
    expect(statSync(auditKeyFile(path)).mode & 0o777).toBe(0o600);
    expect(auditKey(storePath()).seal('a', 'b')).not.toBe(first.seal('a', 'b'));
    expect(first.seal('a', 'b')).not.toBe(first.seal('b', 'b'));
  });

  it('refuses a file that holds something else, and leaves it', () => {
    const path = storePath();
    writeFileSync(auditKeyFile(path), 'hello');
    expect(() => auditKey(path)).toThrow(expect.objectContaining({ code: 'STORE_UNAVAILABLE' }));
  });
});
