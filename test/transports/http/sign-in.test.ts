import { describe, expect, it } from 'vitest';
import { SignIn } from '../../../src/transports/http/sign-in.ts';

const HOUR = 3_600_000;

describe('SignIn', () => {
  it('turns a code into a session, once', () => {
    const signIn = new SignIn();
    const code = signIn.code();
    const session = signIn.redeem(code);
    expect(signIn.holds(session ?? undefined)).toBe(true);
    expect([signIn.redeem(code), signIn.redeem(''), signIn.holds(code), signIn.holds(undefined)]).toEqual([
      null,
      null,
      false,
      false,
    ]);
  });

  it('forgets codes after an hour and sessions after twelve', () => {
    let now = 0;
    const signIn = new SignIn(() => now);
    const [code, session] = [signIn.code(), signIn.session()];
    now = HOUR;
    expect([signIn.redeem(code), signIn.holds(session)]).toEqual([null, true]);
    now = 12 * HOUR;
    expect(signIn.holds(session)).toBe(false);
  });

  it('keeps a bounded number of sessions, the newest ones', () => {
    const signIn = new SignIn();
    const first = signIn.session();
    const later = Array.from({ length: 1_000 }, () => signIn.session());
    expect([signIn.holds(first), later.every((one) => signIn.holds(one))]).toEqual([false, true]);
  });
});
