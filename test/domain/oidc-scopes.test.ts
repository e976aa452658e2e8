import { describe, expect, it } from 'vitest';
import { roleOfScopes } from '../../src/domain/oidc-scopes.ts';

describe('the role that scopes stand for', () => {
  it('is that of the widest', () => {
    expect(roleOfScopes(['openid', 'memory:read'])).toBe('reader');
    expect(roleOfScopes(['memory:write', 'memory:read'])).toBe('agent');
    expect(roleOfScopes(['memory:review', 'memory:write'])).toBe('reviewer');
    expect(roleOfScopes(['memory:admin', 'memory:review'])).toBe('admin');
  });

  it('is none without a scope of Hone', () => {
    expect(roleOfScopes(['openid', 'memory', 'MEMORY:ADMIN', 'memory:admin:all'])).toBeNull();
  });
});
