/** What `hone doctor` can see of a store without changing it. Not a repair. */
export interface StoreInspection {
  /** Shown as "store kind", e.g. `sqlite`. */
  readonly kind: string;
  /** Where it lies, without credentials. */
  readonly location: string;
  /** Size of the log beside the store; 0 where there is none. Cheap, unlike `facts`. */
  walBytes(): Promise<number>;
  facts(): Promise<{
    readonly schemaVersion: number;
    readonly newestSchemaVersion: number;
    /** Parts of the schema that no version made, that are missing, or are otherwise: somebody wrote past Hone. */
    readonly schemaDifferences: readonly string[];
    /** Settings that durability rests on, with what they must be. */
    readonly settings: readonly { name: string; value: string; wanted: string }[];
    /** Null when sound; else what is wrong. */
    readonly damage: string | null;
    readonly sizeBytes: number;
    readonly walBytes: number;
    readonly freeDiskBytes: number | null;
    /** Lessons that recall would search, and those of them that have vectors; null where the file is too damaged to tell. */
    readonly lessons: number | null;
    readonly lessonsWithVectors: number | null;
    /** Files that others on this machine can read. */
    readonly exposedFiles: readonly string[];
  }>;
}
