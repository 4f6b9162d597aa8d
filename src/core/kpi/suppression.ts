/** Withholding of small groups, so that no figure tells of a few people. */

/**
 * Which parts of a whole to withhold when the whole is shown: those of 1 to `least` - 1 people; then, so that no subtraction from
 * the whole brings them back, the smallest others until at least two are withheld with `least` people together.
 *
 * @param sizes people in each part, in an order that does not depend on the rows
 * @param least smallest group that may be shown; 1 withholds nothing
 */
export function withheldParts(sizes: readonly number[], least: number): boolean[] {
  const withheld = sizes.map((size) => size > 0 && size < least);
  let parts = withheld.filter(Boolean).length;
  if (parts === 0) return withheld;
  let people = sizes.reduce((sum, size, index) => sum + (withheld[index] ? size : 0), 0);
  const others = sizes.map((size, index) => ({ size, index })).filter(({ size }) => size >= least);
  for (const { size, index } of others.sort((a, b) => a.size - b.size || a.index - b.index)) {
    if (parts >= 2 && people >= least) break;
    withheld[index] = true;
    parts++;
    people += size;
  }
  return withheld;
}
