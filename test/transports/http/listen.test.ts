import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../src/transports/http/listen.ts';
import { openTestServices } from '../../support/test-services.ts';

const options = {
  local: { user: 'ann', project: 'app' },
  log: async () => ({ debug: () => {}, info: () => {}, warn: () => {} }),
  examine: async () => {
    throw new Error('must not look');
  },
  version: '0.0.0-test',
  home: '/nowhere',
  host: '0.0.0.0',
  port: 0,
  auth: true,
  allowHosts: [],
  hooks: { spool: { append: () => {}, claim: async () => [], waits: () => false }, sockets: '/nowhere' },
};

describe('listenHttp', () => {
  it('serves other machines only where a token of the store, or one that is long enough, is asked for', async () => {
    const { services } = await openTestServices();
    const open = async () => ({ ...services, close: async () => {} });
    for (const more of [{}, { token: 'short' }, { auth: false }, { auth: false, token: 'a'.repeat(40) }]) {
      await expect(listenHttp({ ...options, open, ...more })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('says that it cannot listen on an address that is not its own', async () => {
    const open = async () => {
      throw new Error('must not open');
    };
    const foreign = { ...options, open, host: '192.0.2.1', token: 'a'.repeat(40) };
    await expect(listenHttp(foreign)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
