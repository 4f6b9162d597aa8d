/** `npm start`: sets up what is missing, makes the demo shop, serves the demo dashboard. */
import { run, setUp } from '../test/setup.mjs';

setUp();
run('npx', ['--no-install', 'tsx', 'demo/make-data.ts']);
const extra = process.argv.slice(2);
run('npx', ['--no-install', 'vite', '--config', 'vite.config.ts', ...extra]);
