/** Figures that can be asked "why?", from their words and what they stand on. */
import type { Figure } from '../base/widget.js';
import type { FigureWords } from '../locale/counted.js';

/** Below this many a rate says little: it carries its sample and its interval, and nothing is concluded from it. */
export const FEW = 30;

/** Value, and what else is known of it. */
export type Ground = Partial<Figure> & Pick<Figure, 'value'>;

/** @param primary so many of the first ones stand under the sentence, unless they say otherwise. */
export function figuresOf(rows: readonly (readonly [id: string, words: FigureWords, ground: Ground])[], primary: number): Figure[] {
  return rows.map(([id, [label, definition, formula], ground], index) => ({
    ...{ id, label, definition, formula, primary: index < primary },
    ...ground,
  }));
}
