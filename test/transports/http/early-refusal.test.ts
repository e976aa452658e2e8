import { describe, expect, it } from 'vitest';
import { earlyRefusal } from '../../../src/transports/http/early-refusal.ts';

describe('a request that is refused unread', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', undefined])('has the method %s', (method) => {
    expect(earlyRefusal({ method, headers: {} })).toBe(405);
  });

  it.each(['gzip', 'br', 'gzip, identity'])('has a body in %s', (coding) => {
    expect(earlyRefusal({ method: 'POST', headers: { 'content-encoding': coding } })).toBe(415);
  });

  it('is none of those that clients send', () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) expect(earlyRefusal({ method, headers: {} })).toBeNull();
    expect(earlyRefusal({ method: 'POST', headers: { 'content-encoding': 'Identity' } })).toBeNull();
  });
});
