/** Writes the generated parts of README.md: the size table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { sizeTable } from './sizes.mjs';

const file = resolve(import.meta.dirname, '../../README.md');
const pattern = /(<!-- sizes -->\n)[^]*?(<!-- \/sizes -->)/;

/** The README with its tables as they are now. */
export async function freshReadme() {
  const table = await sizeTable();
  const text = readFileSync(file, 'utf8').replace(pattern, (_, start, end) => `${start}\n${table}\n\n${end}`);
  return format(text, { parser: 'markdown', printWidth: 140, singleQuote: true });
}

/** Sizes of the README, in kilobytes, in the order of the table: of a tag its own, then what it needs in all. */
export function writtenSizes() {
  const rows = readFileSync(file, 'utf8').matchAll(/\| +([\d.]+) KB \| +[\d.]+ KB \| +(?:([\d.]+) KB)? *\|/g);
  return [...rows].flatMap(([, own, whole]) => (whole ? [Number(own), Number(whole)] : [Number(own)]));
}

if (process.argv.includes('--write')) writeFileSync(file, await freshReadme());
