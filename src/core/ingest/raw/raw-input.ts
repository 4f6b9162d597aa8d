/** What a page hands over, read into columns but not yet understood. */
import type { KpiError } from '../../errors.js';
import type { RawTable } from './raw-table.js';

export interface RawInput {
  /** A bare list of rows or a bare table of columns; null when the input is an object of tables, or no table at all. */
  bare: RawTable | null;
  /** Members of the object, in order, but for `version` and `meta`: a table, or a short copy of what is none ('' for null). */
  readonly members: Map<string, RawTable | string>;
  /** Member `meta`, where it is an object. */
  meta: Readonly<Record<string, unknown>>;
  /** Short copy of an input that is neither list nor object. */
  got: string;
  /** Why reading stopped before the end, where the page asked for what was read before. */
  fault: KpiError | null;
}
