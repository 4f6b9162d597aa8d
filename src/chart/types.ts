/** What a picture is made of, as far as the pieces shared by all widgets need to know it. */

/** What a mark stands for when a person picks it. Never personal data. */
export interface Selection {
  /** `step`, `segment`, `cell`, `tier`, … */
  dimension: string;
  values: readonly (string | number)[];
  customers: number | null;
}

/**
 * Something in the picture that a person can reach and pick. The widget's SVG draws it as an element with
 * `data-mark="<id>"`, a role (`option`, `gridcell`, `listitem`…) and `aria-label` = `label`; the base class does tab stop, arrow keys,
 * tooltip, Enter, click and `kpi-select`.
 */
export interface Mark {
  readonly id: string;
  /** Full sentence for assistive technology. */
  readonly label: string;
  /** Tooltip: first line is the title. */
  readonly lines: readonly string[];
  /** What `kpi-select` says when it is picked; null: cannot be picked. */
  readonly selection: Selection | null;
  /** Position for arrow keys in two dimensions; marks without are walked through in order. Row 0 is the top one. */
  readonly row?: number;
  readonly column?: number;
  /** Figure that "why?" explains from here. */
  readonly figure?: string;
}

/** One cell of the data table: what a person reads, and what CSV gets (exact, unformatted). */
export interface TableCell {
  text: string;
  value: string | number | null;
}

export interface TableModel {
  caption: string;
  /** `numeric` columns are right-aligned and never CSV-escaped as text. */
  columns: readonly { label: string; numeric: boolean }[];
  rows: readonly (readonly TableCell[])[];
}
