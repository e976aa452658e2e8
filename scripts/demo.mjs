import { join } from 'node:path';
import { build, install, root, run } from './prepare.mjs';

install();
build();
run(process.execPath, [join(root, 'dist', 'main.js'), 'demo', ...process.argv.slice(2)]);
