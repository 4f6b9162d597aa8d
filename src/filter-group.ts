/** Widgets that share a filter by `filter-group` without a dashboard on their page. */
import { announceShells } from './base/shells.js';

announceShells();
