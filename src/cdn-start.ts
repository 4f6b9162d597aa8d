/** Before all that needs a page: the same file serves as its own worker. */
import { standAlone } from './worker/own-script.js';

standAlone(import.meta.url);
