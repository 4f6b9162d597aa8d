/** Every tag of the library, from the folders that its builds are made of: a test that means all of them cannot lag behind. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export const tags: string[] = readdirSync(resolve(import.meta.dirname, '../src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
/** Those that draw figures; a dashboard holds them. */
export const widgets: string[] = tags.filter((tag) => tag !== 'kpi-dashboard');
