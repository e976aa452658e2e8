import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { allowedHosts, inUrl, isLoopback } from '../../../src/transports/http/hosts.ts';

describe('hosts', () => {
  it('knows which addresses only this machine reaches', () => {
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '10.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('writes IPv6 addresses in brackets', () => {
    expect(['::1', '[::1]', '10.0.0.1'].map(inUrl)).toEqual(['[::1]', '[::1]', '10.0.0.1']);
  });

  it('allows the own names and those that were given, no other', () => {
    expect(allowedHosts('127.0.0.1', [])).not.toContain(hostname());
    expect(allowedHosts('0.0.0.0', ['hone.example'])).toEqual(
      expect.arrayContaining(['127.0.0.1', '[::1]', hostname(), 'hone.example']),
    );
    expect(allowedHosts('10.0.0.1', [])).toContain('10.0.0.1');
  });
});
