/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Frame } from './frame.tsx';

/** Says how to get in; nothing about what is behind. */
export const SignInPage = ({ failed }: { failed: boolean }) => (
  <Frame title="Hone: sign in">
    <h1>Sign in</h1>
    {failed ? <p role="alert">That did not work. A sign-in link works once and for one hour.</p> : null}
    <p>
      Open the sign-in link that <code>hone serve --http</code> printed when it started, or give your token. On your own
      machine it is in the file <code>token</code> in Hone's data folder.
    </p>
    <form method="post" action="/login">
      <label>
        Token <input type="password" name="token" autocomplete="current-password" required />
      </label>{' '}
      <button type="submit">Sign in</button>
    </form>
  </Frame>
);
