/** What a widget gives its base class, and what it gets to draw with. */
import type { TemplateResult, SVGTemplateResult } from 'lit';
import type { Formatter } from '../locale/formatter.js';
import type { Terms } from '../locale/terms.js';

/** Size and mood in which a chart is drawn. Geometry is computed from this by pure functions. */
export interface ChartFrame {
  /** Inner width in CSS pixels, >= 200. Charts choose their height themselves. */
  readonly width: number;
  readonly compact: boolean;
  /** No interaction, no animation (print, reports). */
  readonly static: boolean;
  /** Right-to-left page. */
  readonly rtl: boolean;
  /** Width of a text in pixels at one of the three sizes. */
  measure(text: string, size: 'heading' | 'body' | 'note'): number;
}

/** What a mark stands for when a person picks it. Never personal data. */
export interface Selection {
  /** `step`, `segment`, `cell`, `tier`, … */
  dimension: string;
  values: readonly (string | number)[];
  customers: number | null;
}

/**
 * Something in the picture that a person can reach and pick. The widget's SVG draws it as an element with
 * `data-mark="<id>"`, a role (`option`, `gridcell`, `listitem`…), `aria-label` = `label` and
 * `tabindex=${this.tabStop(id)}`; the base class does arrow keys, tooltip, Enter, click and `kpi-select`.
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

/** A figure that can be asked "why?". Everything here is in the person's language. */
export interface Figure {
  /** Stable id for `explain(id)`: `overall-rate`, `attrition`, … */
  id: string;
  label: string;
  /** Formatted value, or "—". */
  value: string;
  definition: string;
  formula: string;
  numerator?: string;
  denominator?: string;
  /** Formatted Wilson 95 % interval. */
  interval?: string;
  /** Smaller than 30: badge. */
  n?: number;
  /** Why there is no figure. */
  reason?: string;
  /** Shown in the strip of key figures under the sentence (at most four); others are reached from marks and by `explain()`. */
  primary: boolean;
}

/** All that a widget draws for one result. */
export interface WidgetView {
  finding: string;
  /** Exactly one `<svg>` root with `viewBox`, `width` and `height` in CSS pixels of the frame (exported as the picture). */
  chart: TemplateResult | SVGTemplateResult;
  marks: readonly Mark[];
  /** HTML after the picture (lists), or nothing. */
  after?: TemplateResult;
  tables: readonly TableModel[];
  figures: readonly Figure[];
}

/** Words and numbers in the person's language. */
export interface Speech {
  readonly terms: Terms;
  readonly format: Formatter;
}
