import { describe, expect, it } from 'vitest';
import { SignIn } from '../../../src/transports/http/sign-in.ts';

const HOUR = 3_600_000;

describe('SignIn', () => {
  it('turns a code into a session, once', () => {
    const signIn = new SignIn();
    const code = signIn.code('ben');
    const session = signIn.redeem(code);
    expect(signIn.ownerOf(session ?? undefined)).toBe('ben');
    expect([signIn.redeem(code), signIn.redeem(''), signIn.ownerOf(code), signIn.ownerOf(undefined)]).toEqual(
      Array(4).fill(null),
    );
  });

  it('ends a session for good', () => {
    const signIn = new SignIn();
    const [session, other] = [signIn.session('ann'), signIn.session('ben')];
    signIn.end(session);
    expect([signIn.ownerOf(session), signIn.ownerOf(other)]).toEqual([null, 'ben']);
  });

  it('forgets codes after an hour and sessions after twelve', () => {
    let now = 0;
    const signIn = new SignIn(() => now);
    const [code, session] = [signIn.code('ben'), signIn.session('ben')];
    now = HOUR;
    expect([signIn.redeem(code), signIn.ownerOf(session)]).toEqual([null, 'ben']);
    now = 12 * HOUR;
    expect(signIn.ownerOf(session)).toBeNull();
  });

  it('keeps a bounded number of sessions, the newest ones', () => {
    const signIn = new SignIn();
    const first = signIn.session('ben');
    const later = Array.from({ length: 1_000 }, () => signIn.session('ben'));
    expect([signIn.ownerOf(first), later.every((one) => signIn.ownerOf(one) === 'ben')]).toEqual([null, true]);
  });
});
