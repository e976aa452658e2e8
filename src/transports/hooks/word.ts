/** What Hone has to say to a client. */
export interface Word {
  /** `context`: something to know. `question`: something the agent is asked before it ends. */
  readonly as: 'context' | 'question';
  readonly text: string;
}

/** The one object that a client reads from stdout for an event, or null where it takes no words. */
export type Reply = (event: string, word: Word) => object | null;
