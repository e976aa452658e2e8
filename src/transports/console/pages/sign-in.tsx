/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Assets } from '../assets.ts';
import { Document } from '../frame.tsx';

interface SignInProps {
  readonly assets: Assets;
  /** What was tried in vain. */
  readonly failed?: keyof typeof FAILED | undefined;
  /** What people call the identity provider; null: there is none. */
  readonly provider: string | null;
}

const FAILED = {
  code: 'That did not work. A sign-in link works once and for one hour.',
  token: 'That did not work. The token is none of a person, has ended, or was not copied whole.',
  provider:
    'That did not work: the identity provider is away, or grants you nothing here. Try again, or ask whoever runs Hone.',
} as const;

/** Says how to get in; nothing about what is behind. */
export const SignInPage = ({ assets, failed, provider }: SignInProps) => (
  <Document title="Sign in · Hone" assets={assets}>
    <body class="alone">
      <main id="main">
        <p class="brand">
          <img src={assets.icon} width="28" height="28" alt="" /> Hone
        </p>
        <h1>Sign in</h1>
        {failed === undefined ? null : (
          <p class="note bad" role="alert">
            {FAILED[failed]}
          </p>
        )}
        {provider === null ? null : (
          <p>
            <a class="button first" href="/login/provider">
              Sign in with {provider}
            </a>
          </p>
        )}
        <p class={provider === null ? undefined : 'soft'}>
          {provider === null ? 'Open' : 'Or open'} the link that <code>hone serve --http</code> printed when it started,
          or give your token. On your own machine it is in the file <code>token</code> in Hone's data folder.
        </p>
        <form method="post" action="/login" class="stack">
          <label for="token">Token</label>
          <input id="token" type="password" name="token" autocomplete="current-password" required />
          <button type="submit" class="first">
            Sign in
          </button>
        </form>
      </main>
    </body>
  </Document>
);
