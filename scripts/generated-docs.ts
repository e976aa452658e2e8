import { describeProgram } from '../src/transports/cli/describe-program.ts';
import { documentedProgram } from '../src/transports/cli/documented-program.ts';

/** Pages made from code: their path in the repository and their text. */
export const generatedDocs = (): [path: string, text: string][] => [
  ['docs/cli.md', `${describeProgram(documentedProgram()).trimEnd()}\n`],
];
