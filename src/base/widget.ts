/** What a widget gives its base class, and what it gets to draw with. */
import type { TemplateResult, SVGTemplateResult } from 'lit/html.js';
import type { Mark, Selection, TableCell, TableModel } from '../chart/types.js';
export type { Speech } from '../locale/speech.js';

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

export type { Mark, Selection, TableCell, TableModel };

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
  /** First and last day of the figure, ISO, where they are not those of the result. */
  period?: { from: string; to: string };
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
  /** The arrow keys lead to the nearest one of a grid; those without row and column are walked through in order. */
  marks: readonly Mark[];
  /** HTML before the picture (choices), or nothing. */
  before?: TemplateResult;
  /** HTML after the picture (lists), or nothing. */
  after?: TemplateResult;
  /** Read after the picture is drawn, and only once: a getter may make them then. */
  readonly tables: readonly TableModel[];
  figures: readonly Figure[];
  /** Codes of the result's reasons that the picture tells in words of its own, so that they are not told twice. */
  told?: readonly string[];
}
