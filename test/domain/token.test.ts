import { describe, expect, it } from 'vitest';
import { ENDED_BY_TIME, principalOfToken, TOKEN_ROLES, type Token, tokenStatus } from '../../src/domain/token.ts';

const token: Token = {
  token_id: 'tok_a',
  name: 'ann',
  role: 'agent',
  projects: ['app'],
  created_at: '2026-10-01T00:00:00.000Z',
  created_by: 'kim',
  expires_at: '2026-10-02T00:00:00.000Z',
};

describe('a token', () => {
  it('lives until its time, unless it was ended', () => {
    expect(tokenStatus(token, '2026-10-01T23:59:59.999Z')).toBe('live');
    expect(tokenStatus(token, token.expires_at)).toBe('expired');
    const ended = { ended_at: '2026-10-01T12:00:00.000Z' };
    expect(tokenStatus({ ...token, ...ended, ended_by: 'kim' }, token.created_at)).toBe('revoked');
    expect(tokenStatus({ ...token, ...ended, ended_by: ENDED_BY_TIME }, token.created_at)).toBe('expired');
  });

  it('gives the rights of its role, in its projects, to its name', () => {
    const given = TOKEN_ROLES.map((role) => {
      const { kind, roles } = principalOfToken({ ...token, role });
      return [role, kind, roles.join(' ')];
    });
    expect(given).toEqual([
      ['reader', 'agent', ''],
      ['ci', 'ci', 'agent'],
      ['member', 'person', ''],
      ['agent', 'agent', 'agent'],
      ['developer', 'person', 'developer'],
      ['reviewer', 'person', 'developer reviewer'],
      ['lead', 'person', 'developer reviewer lead'],
      ['admin', 'person', 'admin'],
    ]);
    expect(principalOfToken(token)).toMatchObject({ name: 'ann', projects: ['app'], solo: false, credential: 'tok_a' });
  });
});
