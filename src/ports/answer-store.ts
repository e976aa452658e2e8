/** Answers already given under an idempotency key, so that a retried write never counts twice. */
export interface AnswerStore {
  find(slot: AnswerSlot): Promise<{ fingerprint: string; answer: string } | null>;
  /** `answer` is JSON. Called in the transaction of the write that it answers. */
  keep(slot: AnswerSlot, entry: { fingerprint: string; answer: string; at: string }): Promise<void>;
}

export interface AnswerSlot {
  readonly project: string;
  readonly principal: string;
  readonly verb: string;
  readonly key: string;
}
