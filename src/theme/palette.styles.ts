import { palette } from './palette.js';
import { tokenSheet } from './token.styles.js';

/** For widgets that show change or categories: add it to their styles. */
export const paletteStyles = tokenSheet(palette);
