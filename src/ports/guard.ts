import type { SecretSpan } from '../domain/guard/secret-shapes.ts';

/**
 * Looks at texts before they are written, served or taken along. Not a gate: what follows from a finding is decided by
 * the use-case. Takes time linear in the text, and never repeats a text or a part of it in what it says.
 */
export interface Guard {
  /** Secrets by place and kind, in order and without overlap. */
  findSecrets(text: string): Promise<readonly SecretSpan[]>;
}
