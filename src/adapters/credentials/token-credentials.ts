import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ENDED_BY_TIME, principalOfToken, type Token, tokenStatus, withMemberships } from '../../domain/token.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Credentials, Identity } from '../../ports/credentials.ts';
import type { Stores, UnitOfWork } from '../../ports/unit-of-work.ts';

/** `hone_` and 256 random bits: known by its form to whoever looks for secrets in a text. */
const FORM = /^hone_[\w-]{43}$/u;
const SECRET_BYTES = 32;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

/** Tokens that were made with `hone token create`. The secret is random, so its plain hash is no weaker than a slow one. */
export const tokenCredentials = (world: { stores: Stores; unitOfWork: UnitOfWork; clock: Clock }): Credentials => ({
  identify: async (presented) => {
    if (!FORM.test(presented)) return { status: 'unknown' };
    const hash = hashOf(presented);
    const found = (await world.stores.directory.tokensLike(hash)).find((one) => same(one.hash, hash));
    return found === undefined ? { status: 'unknown' } : identityOf(world, found.token);
  },
  renew: async (credential) => {
    const token = await world.stores.directory.findToken(credential);
    return token === null ? { status: 'unknown' } : identityOf(world, token);
  },
  issue: () => {
    const secret = `hone_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    return { secret, hash: hashOf(secret) };
  },
});

const identityOf = async (
  { stores, unitOfWork, clock }: { stores: Stores; unitOfWork: UnitOfWork; clock: Clock },
  token: Token,
): Promise<Identity> => {
  const at = clock.now();
  const status = tokenStatus(token, at);
  if (status === 'live') {
    const principal =
      token.role === 'member'
        ? withMemberships(token, await stores.directory.membershipsOf(token.name))
        : principalOfToken(token);
    return { status: 'known', principal };
  }
  if (token.ended_at === undefined) {
    // Seen after its time once, it stays dead when the clock goes back. A store that cannot be written refuses it all the same.
    await unitOfWork
      .write(({ directory }) => directory.endToken(token.token_id, { at, by: ENDED_BY_TIME }))
      .catch(() => false);
  }
  return { status };
};
