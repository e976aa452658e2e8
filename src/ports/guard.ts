import type { Finding } from '../domain/guard/finding.ts';
import type { SecretSpan } from '../domain/guard/secret-shapes.ts';

export interface TextPart {
  readonly field: string;
  readonly text: string;
  /** No sentence runs on from the part before. */
  readonly apart?: boolean;
}

/**
 * Looks at texts before they are written, served or taken along. Not a gate: what follows from a finding is decided by
 * the use-case. Takes time linear in the text, and never repeats a text or a part of it in what it says.
 */
export interface Guard {
  /** Which rules these are: a name that changes whenever they do. */
  rules(): Promise<string>;
  /** Secrets by place and kind, in order and without overlap. */
  findSecrets(text: string): Promise<readonly SecretSpan[]>;
  /** Data of persons by place and kind: mail, phone and internet addresses, accounts, cards. */
  findPersonalData(text: string): Promise<readonly SecretSpan[]>;
  /**
   * Instruction-shaped text, dangerous commands and addresses, and what a reviewer should weigh, in parts given in the order
   * in which an agent reads them: a sentence may run across several.
   */
  inspect(parts: readonly TextPart[]): Promise<readonly Finding[]>;
}
