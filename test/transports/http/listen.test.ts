import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../src/transports/http/listen.ts';
import { soloAgent } from '../../support/test-services.ts';

const options = {
  open: async () => {
    throw new Error('must not open');
  },
  caller: soloAgent,
  version: '0.0.0-test',
  home: '/nowhere',
  host: '0.0.0.0',
  port: 0,
  auth: true,
  allowHosts: [],
};

describe('listenHttp', () => {
  it('serves other machines only with a token that is long enough', async () => {
    for (const more of [{}, { token: 'short' }, { auth: false }, { auth: false, token: 'a'.repeat(40) }]) {
      await expect(listenHttp({ ...options, ...more })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('says that it cannot listen on an address that is not its own', async () => {
    const foreign = { ...options, host: '192.0.2.1', token: 'a'.repeat(40) };
    await expect(listenHttp(foreign)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
