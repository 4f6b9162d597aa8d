/** `npm run storybook`: sets up what is missing, then serves the stories. */
import { run, setUp } from '../test/setup.mjs';

setUp();
run(process.execPath, ['test/package/manifest.mjs', '--write']);
run('npx', [
  '--no-install',
  'storybook',
  'dev',
  '--host',
  '127.0.0.1',
  '--port',
  '6006',
  '--no-open',
  '--disable-telemetry',
  ...process.argv.slice(2),
]);
