import { describe, expect, it } from 'vitest';
import { earlyRefusal } from '../../../src/transports/http/early-refusal.ts';

const HOST = { host: '127.0.0.1:80' };

describe('a request that is refused unread', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', undefined])('has the method %s', (method) => {
    expect(earlyRefusal({ method, headers: HOST, rawHeaders: [] })).toBe(405);
  });

  it.each(['gzip', 'br', 'gzip, identity'])('has a body in %s', (coding) => {
    expect(earlyRefusal({ method: 'POST', headers: { ...HOST, 'content-encoding': coding }, rawHeaders: [] })).toBe(
      415,
    );
  });

  it('says who calls, or from where, twice', () => {
    const rawHeaders = ['Host', 'a', 'Authorization', 'Bearer a', 'authorization', 'Bearer b'];
    expect(earlyRefusal({ method: 'POST', headers: HOST, rawHeaders })).toBe(400);
    expect(earlyRefusal({ method: 'POST', headers: HOST, rawHeaders: ['Cookie', 'a', 'Cookie', 'Host'] })).toBeNull();
  });

  it.each(['[::1].evil.test', 'a b', undefined])('asks for %s', (host) => {
    expect(earlyRefusal({ method: 'GET', headers: host === undefined ? {} : { host }, rawHeaders: [] })).toBe(403);
  });

  it('is none of those that clients send', () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
      expect(earlyRefusal({ method, headers: HOST, rawHeaders: [] })).toBeNull();
    expect(
      earlyRefusal({ method: 'POST', headers: { ...HOST, 'content-encoding': 'Identity' }, rawHeaders: [] }),
    ).toBeNull();
  });
});
