/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Assets } from '../assets.ts';
import { Document } from '../frame.tsx';

/** Says how to get in; nothing about what is behind. */
export const SignInPage = ({ assets, failed }: { assets: Assets; failed: boolean }) => (
  <Document title="Sign in · Hone" assets={assets}>
    <body class="alone">
      <main id="main">
        <p class="brand">
          <img src={assets.icon} width="28" height="28" alt="" /> Hone
        </p>
        <h1>Sign in</h1>
        {failed ? (
          <p class="note bad" role="alert">
            That did not work. A sign-in link works once and for one hour.
          </p>
        ) : null}
        <p>
          Open the link that <code>hone serve --http</code> printed when it started, or give your token. On your own
          machine it is in the file <code>token</code> in Hone's data folder.
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
