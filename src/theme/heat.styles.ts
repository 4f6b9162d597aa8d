import { heat } from './heat.js';
import { tokenSheet } from './token.styles.js';

/** For widgets with a heat map: add it to their styles. */
export const heatStyles = tokenSheet(heat);
