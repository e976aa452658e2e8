import { describe, expect, it } from 'vitest';
import { ownOrigin } from '../../../src/transports/http/own-origin.ts';

const HOST = '127.0.0.1:4663';
const ALLOWED = ['127.0.0.1', 'localhost', '[::1]', 'hone.example'];

describe('the origin of a request', () => {
  it.each([undefined, 'http://127.0.0.1:4663'])('may be %s', (origin) => {
    expect(ownOrigin(origin, HOST, ALLOWED)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:9999',
    'http://localhost:4663',
    'http://localhost.evil.example:4663',
    'https://evil.example',
    'null',
    '',
    'file://',
    'http://127.0.0.1:4663, http://127.0.0.1:4663',
    'http://127.0.0.1:4663/',
    'http://ann@127.0.0.1:4663',
  ])('is never "%s"', (origin) => {
    expect(ownOrigin(origin, HOST, ALLOWED)).toBe(false);
  });

  it('is a name that was allowed, whatever the port of the proxy', () => {
    expect(ownOrigin('https://hone.example', HOST, ALLOWED)).toBe(true);
    expect(ownOrigin('https://hone.example:8443', HOST, ALLOWED)).toBe(true);
    expect(ownOrigin('https://not.hone.example', HOST, ALLOWED)).toBe(false);
  });
});
