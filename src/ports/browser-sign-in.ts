/** What must be kept until a person comes back from the provider, and by nobody else's eyes. */
export interface SignInAttempt {
  /** Where the browser is sent. */
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider gave for a person: a token that `Credentials` identifies, and what buys the next one, if anything. */
export interface ProviderGrant {
  readonly token: string;
  readonly refresh: string | null;
}

/**
 * Signs a person in at an identity provider through their browser (OpenID Connect, authorization code with PKCE, state and
 * nonce). Keeps nothing. Not who that person is, nor what they may do: `Credentials` says that of the token.
 */
export interface BrowserSignIn {
  /** What people call the provider: its host. */
  readonly provider: string;
  /** @throws HoneError STORE_UNAVAILABLE when the provider is away */
  begin(returnTo: string): Promise<SignInAttempt>;
  /** `address`: where the browser came back to. @throws when anything does not fit the attempt */
  finish(address: URL, attempt: SignInAttempt): Promise<ProviderGrant>;
  /** @throws when the provider gives no further token */
  renew(refresh: string): Promise<ProviderGrant>;
}
