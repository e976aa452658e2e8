/** The recalls that are under way in this process, which share one thread. */
export interface Crowd {
  /**
   * Counts `work` as under way until it ends. `crowded`: so many are that one more would not be answered in time by the long
   * way, so it takes the shorter one.
   */
  during<T>(work: (crowded: boolean) => Promise<T>): Promise<T>;
  /**
   * Waits for one's turn, in the order asked. Between two turns the process looks at everything else: a search holds the thread
   * for some 10 ms, and many in one go would let nobody new in and no probe be answered meanwhile.
   */
  turn(): Promise<void>;
}
