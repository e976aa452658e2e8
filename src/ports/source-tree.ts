/** The files of the repository from whose folder Hone was called. Reads only; never outside the repository. */
export interface SourceTree {
  /** The project whose repository it is; null: Hone was not called from within one. */
  readonly project: string | null;
  /** The lines of a file by its path from the repository's top; null when there is none, or none that is text. */
  read(path: string): Promise<readonly string[] | null>;
}
