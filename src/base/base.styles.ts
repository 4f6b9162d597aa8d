/** Look of everything that widgets have in common. Logical properties only; colours are tokens. */
import { tokenStyles } from '../theme/token.styles.js';
import { frame } from './styles/frame.styles.js';
import { words } from './styles/words.styles.js';
import { picture } from './styles/picture.styles.js';
import { tables } from './styles/tables.styles.js';
import { states } from './styles/states.styles.js';
import { popovers } from './styles/popovers.styles.js';
import { media } from './styles/media.styles.js';

export const baseStyles = [tokenStyles, frame, words, picture, tables, states, popovers, media];
