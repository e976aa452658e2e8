import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets, maskSecrets } from '../../../src/domain/guard/find-secrets.ts';

/** Random, and in two pieces, so that no scanner takes this file for a leak. */
const TOKEN = ['ghp_', 'r8Kq2Wz9Lm4Xc7Vb1Nd6Tf3Hs5Jg0PyQaEu'].join('');
const PASSWORD = ['q7#Lm', '2!vTz9'].join('');

describe('findSecrets', () => {
  it.each([
    ['in a sentence', `Clone with ${TOKEN}, if your login fails.`],
    ['broken over two lines', `first ${TOKEN.slice(0, 18)}\n    ${TOKEN.slice(18)} last`],
    ['put together from strings', `id = '${TOKEN.slice(0, 12)}' + '${TOKEN.slice(12)}'`],
    ['continued by a backslash', `${TOKEN.slice(0, 20)}\\\n${TOKEN.slice(20)}`],
    ['in base64', `seed ${Buffer.from(TOKEN).toString('base64')}`],
    ['in hexadecimal', `dump ${Buffer.from(TOKEN).toString('hex')}`],
    ['percent-encoded', `?t=${[...Buffer.from(TOKEN)].map((byte) => `%${byte.toString(16)}`).join('')}`],
    ['as a password by its name', `password: '${PASSWORD}'`],
    ['as a password in a variable', `set DB_PASSWORD=${PASSWORD} first`],
    ['as a password in an address', `postgres://app:${PASSWORD}@db.internal:5432/app`],
    ['glued to an option', `mysql -u root -p${PASSWORD} app`],
    ['of letters only', ['DB_PASS=', 'qLmvTzXbRdKs'].join('')],
    ['in German', `Das Passwort lautet ${PASSWORD}`],
  ])('finds one %s', (_, text) => {
    expect(findSecrets(text)).toHaveLength(1);
  });

  it.each([
    'The password field must keep autocomplete="current-password".',
    `In tests use password: "${'$'}{TEST_PASSWORD}" from the environment.`,
    'Connect by postgres://user:<password>@localhost:5432/app.',
    'The compose file sets POSTGRES_PASSWORD=postgres; CI overrides it.',
    'GitHub tokens start with ghp_, gho_ or github_pat_.',
    `Write ghp_${'x'.repeat(36)} where a token would stand.`,
    'The regression came with commit 9f3c1d7be2a40586c1f09de7754ab3c2d8e61f07.',
    'Rename token to cursor; primary_key is never nullable.',
    'The token is hashed with argon2id, the key is id_2.',
    'Set auth.mode = "oidc2" and key: value.name.prop',
  ])('finds none in: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it('places what it finds in the text as it was given, and masks just that', () => {
    expect(maskSecrets(`push with ${TOKEN} fails 403`)).toBe('push with [GitHub token removed] fails 403');
    expect(maskSecrets(`a ${Buffer.from(TOKEN).toString('base64')} z`)).toBe('a [GitHub token removed] z');
  });

  it('leaves nothing of a token in the masked text, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        const masked = maskSecrets(`${before} ${TOKEN} ${after}`);
        expect(masked).not.toContain(TOKEN.slice(4, 12));
        expect(masked).not.toContain(TOKEN.slice(-8));
      }),
    );
  });
});
