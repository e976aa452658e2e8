import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/domain/token.ts';
import type { Credentials } from '../../src/ports/credentials.ts';

/** A world in which a credential was issued, and whose time can be moved. */
export interface CredentialWorld {
  readonly credentials: Credentials;
  readonly add: (token: Pick<Token, 'token_id' | 'name' | 'role' | 'projects'>, hash: string) => Promise<void>;
  readonly revoke: (tokenId: string) => Promise<void>;
  readonly wait: (days: number) => void;
}

export const describeCredentials = (name: string, open: () => Promise<CredentialWorld>): void => {
  describe(`credentials: ${name}`, () => {
    const issued = async () => {
      const world = await open();
      const { secret, hash } = world.credentials.issue();
      await world.add({ token_id: 'tok_a', name: 'ben', role: 'reviewer', projects: ['app'] }, hash);
      return { ...world, secret };
    };

    it('knows who presents what it issued, and nobody else', async () => {
      const { credentials, secret } = await issued();
      const known = { status: 'known', principal: { name: 'ben', kind: 'person', credential: 'tok_a', solo: false } };
      expect(await credentials.identify(secret)).toMatchObject(known);
      expect(await credentials.renew('tok_a')).toMatchObject(known);
      const others = ['', 'x', secret.slice(1), `${secret}A`, secret.toUpperCase(), credentials.issue().secret];
      for (const other of others) expect(await credentials.identify(other)).toEqual({ status: 'unknown' });
      expect(await credentials.renew('tok_b')).toEqual({ status: 'unknown' });
    });

    it('issues secrets of at least 256 random bits, none twice, and never tells them again', async () => {
      const { credentials } = await open();
      const all = Array.from({ length: 100 }, () => credentials.issue());
      expect(new Set(all.map(({ secret }) => secret)).size).toBe(100);
      for (const { secret, hash } of all) {
        expect(secret).toMatch(/^hone_[\w-]{43}$/u);
        expect(hash).not.toContain(secret.slice(5, 20));
      }
    });

    it('ends with a revocation at once', async () => {
      const { credentials, secret, revoke } = await issued();
      await revoke('tok_a');
      expect(await credentials.identify(secret)).toEqual({ status: 'revoked' });
      expect(await credentials.renew('tok_a')).toEqual({ status: 'revoked' });
    });

    it('ends with its time, for good: a clock set back brings nothing to life', async () => {
      const { credentials, secret, wait } = await issued();
      wait(89);
      expect((await credentials.identify(secret)).status).toBe('known');
      wait(400);
      expect(await credentials.identify(secret)).toEqual({ status: 'expired' });
      wait(-489);
      expect(await credentials.identify(secret)).toEqual({ status: 'expired' });
    });
  });
};
