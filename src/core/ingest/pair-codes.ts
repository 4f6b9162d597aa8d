/** Pairs of codes, numbered in order of first sight; -1 where the first is. */
export function pairCodes(first: Int32Array, second: Int32Array): Int32Array {
  const pairs = new Int32Array(first.length).fill(-1);
  // Open addressing: a row of each pair, -1 where free.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * first.length + 2))).fill(-1);
  const mask = slots.length - 1;
  let count = 0;
  for (let row = 0; row < first.length; row++) {
    const [one, other] = [first[row], second[row]];
    if (one < 0) continue;
    const hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] >= 0 && (first[slots[slot]] !== one || second[slots[slot]] !== other)) slot = (slot + 1) & mask;
    if (slots[slot] < 0) slots[slot] = row;
    pairs[row] = slots[slot] === row ? count++ : pairs[slots[slot]];
  }
  return pairs;
}
