import { describe, expect, it } from 'vitest';
import { oidcSettings } from '../../../src/adapters/oidc/oidc-settings.ts';

const of = (issuer: string | undefined, audience: string | undefined, more = {}) =>
  oidcSettings({ HONE_OIDC_ISSUER: issuer, HONE_OIDC_AUDIENCE: audience, ...more });

describe('oidcSettings', () => {
  it('needs an https issuer, or one on this machine, and an audience', () => {
    expect(of(undefined, 'hone')).toBeNull();
    expect(of('https://login.example.com', 'hone')).toEqual({
      issuer: 'https://login.example.com',
      audience: 'hone',
      client: null,
    });
    expect(of('http://127.0.0.1:9000', 'hone')).not.toBeNull();
    for (const issuer of ['http://login.example.com', 'login.example.com', 'file:///etc']) {
      expect(() => of(issuer, 'hone')).toThrow('https');
    }
    expect(() => of('https://login.example.com', undefined)).toThrow('HONE_OIDC_AUDIENCE');
  });

  it('sends people there as a client that it was told of, and asks for a reviewer unless told otherwise', () => {
    const client = { HONE_OIDC_CLIENT_ID: 'hone-console' };
    expect(of('https://login.example.com', 'hone', client)?.client).toEqual({
      id: 'hone-console',
      scopes: 'openid profile memory:read memory:write memory:review',
    });
    const more = { ...client, HONE_OIDC_CLIENT_SECRET: 'kept', HONE_OIDC_SCOPES: 'openid memory:admin' };
    expect(of('https://login.example.com', 'hone', more)?.client).toEqual({
      id: 'hone-console',
      secret: 'kept',
      scopes: 'openid memory:admin',
    });
  });
});
