/** A text that is known to belong to a workflow: from its file, or a task that ended well in it. */
export interface RoutingExample {
  readonly workflow: string;
  readonly source: 'file' | 'task';
  readonly text: string;
  /** Unit length; null where it was written without the model. */
  readonly vector: Float32Array | null;
}
