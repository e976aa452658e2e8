/** What is known of an event: short names, ids, counts and durations (in milliseconds where the name ends so). */
export type EventFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The log of a running server: one line of JSON for each event, for machines to read. Nothing that was stored, asked,
 * presented or typed is ever a field; whoever logs gives ids and kinds only.
 */
export interface EventLog {
  debug(event: string, fields?: EventFields): void;
  info(event: string, fields?: EventFields): void;
  warn(event: string, fields?: EventFields): void;
}
