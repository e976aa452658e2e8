import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remoteName } from '../../../src/adapters/git/remote-name.ts';

describe('remoteName', () => {
  it.each([
    ['git@github.com:acme/app.git', 'github.com/acme/app'],
    ['github.com:acme/app', 'github.com/acme/app'],
    ['https://github.com/acme/app.git', 'github.com/acme/app'],
    ['https://ann:pass@GitHub.com:8443/acme/app.git/?x=1#y', 'github.com/acme/app'],
    ['ssh://git@git.example.org:2222/team/sub/app.git', 'git.example.org/team/sub/app'],
    ['git://git.example.org//team//app', 'git.example.org/team/app'],
    ['file:///srv/git/app.git', 'app'],
    ['/srv/git/app.git/', 'app'],
    ['/srv/git/app/.', 'app'],
  ])('%s is %s', (remote, name) => {
    expect(remoteName(remote)).toBe(name);
  });

  it.each(['', ' ', '../app', 'app', 'C:\\code\\app', 'https://', 'https://github.com/', 'git@github.com:'])(
    '%j names no repository',
    (remote) => {
      expect(remoteName(remote)).toBeNull();
    },
  );

  it('is the same for every way to write a remote, and holds no credential', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/u);
    fc.assert(
      fc.property(word, word, word, fc.stringMatching(/^[A-Z0-9]{12}$/u), (host, owner, repo, secret) => {
        const name = `${host}.example/${owner}/${repo}`;
        const forms = [
          `git@${host}.example:${owner}/${repo}.git`,
          `https://${host}.example/${owner}/${repo}`,
          `https://x:${secret}@${host}.example/${owner}/${repo}.git`,
          `ssh://${secret}@${host}.example:22/${owner}/${repo}/`,
        ];
        expect(forms.map(remoteName)).toEqual(forms.map(() => name));
      }),
    );
  });
});
