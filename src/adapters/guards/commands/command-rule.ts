/** A command or an address that no lesson needs. */
export interface CommandRule {
  readonly name: string;
  /** Letters that a text must hold before the pattern is tried. */
  readonly needs: readonly string[];
  /** Over folded text. Every repetition is bounded, so that each start costs a bounded number of steps. */
  readonly pattern: RegExp;
}
