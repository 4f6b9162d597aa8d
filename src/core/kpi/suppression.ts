/** Withholding of small groups, so that no figure tells of a few people. */
import { sum } from '../stats/sum.js';

/** Whether there are people, but fewer than may be told. */
export function isFew(people: number, least: number): boolean {
  return people > 0 && people < least;
}

/**
 * Which parts of a whole to withhold when the whole is shown: those of 1 to `least` - 1 people; then, so that no subtraction from
 * the whole brings them back, the smallest others until at least two are withheld with `least` people together.
 *
 * @param sizes people in each part, in an order that does not depend on the rows
 * @param least smallest group that may be shown; 1 withholds nothing
 * @param already parts that are withheld for another reason: they need company too
 */
export function withheldParts(
  sizes: readonly number[] | Int32Array | Float64Array,
  least: number,
  already: readonly boolean[] = [],
): boolean[] {
  const withheld = Array.from(sizes, (size, at) => already[at] || isFew(size, least));
  let parts = withheld.filter(Boolean).length;
  let people = sum(Array.from(sizes, (size, at) => (withheld[at] ? size : 0)));
  for (const at of [...sizes.keys()].sort((a, b) => sizes[a] - sizes[b])) {
    if (parts === 0 || (parts > 1 && people >= least)) break;
    if (withheld[at] || sizes[at] === 0) continue;
    withheld[at] = true;
    parts++;
    people += sizes[at];
  }
  return withheld;
}

/** Whether a share would tell of a few: those of the whole who are in it, or who are not. */
export function tellsOfFew(part: number, whole: number, least: number): boolean {
  return least > 1 && (whole < least || withheldParts([part, whole - part], least)[0]);
}

/** The same figures, or null in place of each. */
export function unlessHidden<K extends string>(figures: Record<K, number | null>, hidden: boolean): Record<K, number | null> {
  return hidden ? (Object.fromEntries(Object.keys(figures).map((key) => [key, null])) as Record<K, null>) : figures;
}
