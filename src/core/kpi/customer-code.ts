/** How a result names a customer: never by e-mail address unless the page asks for it. */
import type { CustomerTable } from '../table/dataset.js';

/** FNV-1a of 32 bits over UTF-16 units, in hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * Identity in the data owner's system; for somebody known by e-mail only, `~` and 16 hexadecimal digits made from the address
 * (the same in every data set), or the address itself when `revealEmail`.
 */
export function customerCode(customers: CustomerTable, row: number, revealEmail = false): string {
  const key = customers.key.at(row)!;
  return customers.keyIsEmail[row] === 0 || revealEmail ? key : `~${hash(key, 0x811c9dc5)}${hash(`${key}\n`, 0x9747b28c)}`;
}
