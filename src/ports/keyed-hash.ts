/** Makes lots that nobody can foretell who does not hold the key: HMAC-SHA-256. Not for passwords. */
export interface KeyedHash {
  /** A new key of 256 random bits. */
  newKey(): string;
  /** 64 hexadecimal digits. */
  digest(key: string, message: string): string;
}
