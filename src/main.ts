#!/usr/bin/env node
import { commandWord } from './transports/cli/command-word.ts';

// A hook is waited for at every prompt: it loads nothing of the rest.
const args = process.argv.slice(2);
if (commandWord(args) === 'hook' && !args.includes('--help')) await import('./hook.ts');
else await import('./command-line.ts');
