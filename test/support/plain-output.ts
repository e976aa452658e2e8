import { PassThrough } from 'node:stream';
import { TerminalOutput } from '../../src/transports/cli/output.ts';

/** Output as in a pipe: no colour, 80 columns. */
export const plainOutput = new TerminalOutput({ stdout: new PassThrough(), stderr: new PassThrough(), color: false });

/** Text as an attacker would store it, to be shown as harmless words. */
export const HOSTILE = 'x\u001b[2J\u001b]0;owned\u0007\u202e y\r\n z';
/** What is left of it on a terminal. */
export const HARMLESS = 'x y z';
