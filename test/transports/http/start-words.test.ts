import { describe, expect, it } from 'vitest';
import { startWords } from '../../../src/transports/http/start-words.ts';

const origin = 'http://127.0.0.1:4663';

describe('startWords', () => {
  it('gives the sign-in link, where the token lies, and how to connect', () => {
    const text = startWords({ origin, ownFile: '/data/token', signInCode: 'abc' });
    expect(text).toContain(`${origin}/login?code=abc`);
    expect(text).toContain(`export HONE_TOKEN="$(cat '/data/token')"`);
    expect(text).toContain(`${origin}/mcp`);
  });

  it('says when no token is asked for', () => {
    const text = startWords({ origin, ownFile: null, signInCode: null });
    expect(text).toContain('--no-auth');
    expect(text).not.toContain('export HONE_TOKEN');
  });
});
