import { heat } from './heat.js';
import { tokenSheet } from './token.styles.js';

/** For widgets with a heat map: add it to their styles. */
export const heatStyles = tokenSheet(heat);

/** Steps of the sequential scale. */
export const HEAT_STEPS = 7;

/** A class, its own token, and the step of the scale that stands for it where the page sets none. */
export type Painted = readonly [name: string, token: string, step: number];

/** Fills shapes of these classes, and the texts on them. */
export const painted = (all: readonly Painted[]): string =>
  all
    .flatMap(([name, token, step]) =>
      ['', 'on-'].map((on) => `${on && 'text'}.${name}{fill:var(--kpi-${on}${token},var(--kpi-${on}seq-${step}))}`),
    )
    .join('');

/** The steps themselves: `step-1` to `step-7`. */
export const heatSteps = Array.from({ length: HEAT_STEPS }, (_, index): Painted => [`step-${index + 1}`, `seq-${index + 1}`, index + 1]);
