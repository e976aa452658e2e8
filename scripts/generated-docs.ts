import { describeTools } from '../src/tools/describe-tools.ts';
import { tools } from '../src/tools/index.ts';
import { describeProgram } from '../src/transports/cli/describe-program.ts';
import { documentedProgram } from '../src/transports/cli/documented-program.ts';

/** Pages made from code: their path in the repository and their text. */
export const generatedDocs = (): [path: string, text: string][] => [
  ['docs/tools.md', `${describeTools(tools).trimEnd()}\n`],
  ['docs/cli.md', `${describeProgram(documentedProgram()).trimEnd()}\n`],
];
