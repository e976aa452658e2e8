import type { Id, Time } from '../domain/ids.ts';
import type { MemberRole, Membership } from '../domain/membership.ts';
import type { Token } from '../domain/token.ts';

/** Projects that this store knows, and the tokens that were made for it. Writes are called inside `UnitOfWork.write`. */
export interface Directory {
  /** Makes the project known; nothing happens when it is. */
  addProject(project: string, at: string): Promise<void>;
  /** By name. */
  listProjects(): Promise<{ project: string; lessons: number; runs: number }[]>;

  /** What a person is in a project from now on; null: nothing any more. */
  setMember(project: string, name: string, role: MemberRole | null, by: { by: string; at: Time }): Promise<void>;
  /** By name. */
  membersOf(project: string): Promise<Membership[]>;
  /** By project. */
  membershipsOf(name: string): Promise<Membership[]>;

  /** `hash` is of the secret, in hexadecimal digits; the secret itself is nowhere. */
  addToken(token: Token, hash: string): Promise<void>;
  findToken(tokenId: Id): Promise<Token | null>;
  /** Tokens whose hash starts with the same digits, with their whole hash: who asks compares it, in constant time. */
  tokensLike(hash: string): Promise<{ token: Token; hash: string }[]>;
  /** Oldest first, ended ones too. */
  listTokens(): Promise<Token[]>;
  /** Ends a token for good; false when it had ended before, or never was. */
  endToken(tokenId: Id, end: { at: Time; by: string }): Promise<boolean>;
  /** Whether others use this store: it has a token that nobody revoked. */
  isShared(): Promise<boolean>;
}
