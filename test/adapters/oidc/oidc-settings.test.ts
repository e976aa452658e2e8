import { describe, expect, it } from 'vitest';
import { oidcSettings } from '../../../src/adapters/oidc/oidc-settings.ts';

describe('oidcSettings', () => {
  it('needs an https issuer, or one on this machine, and an audience', () => {
    expect(oidcSettings(undefined, 'hone')).toBeNull();
    expect(oidcSettings('https://login.example.com', 'hone')).toEqual({
      issuer: 'https://login.example.com',
      audience: 'hone',
    });
    expect(oidcSettings('http://127.0.0.1:9000', 'hone')).not.toBeNull();
    for (const issuer of ['http://login.example.com', 'login.example.com', 'file:///etc']) {
      expect(() => oidcSettings(issuer, 'hone')).toThrow('https');
    }
    expect(() => oidcSettings('https://login.example.com', undefined)).toThrow('HONE_OIDC_AUDIENCE');
  });
});
