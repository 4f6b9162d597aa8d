/** Where everything of the picture stands. Pure: the same result, words and frame give the same geometry. */
import type { ChartFrame } from '../../base/widget.js';
import type { Group } from '../../chart/draw.js';
import { Pen, type Label } from '../../chart/pen.js';
import { layoutAverage } from './average-layout.js';
import type { CohortContext } from './cohort-context.js';
import { layoutLegend } from './legend-layout.js';
import { layoutNewcomers } from './newcomers-layout.js';
import { scaleOf } from './cohort-scale.js';
import { gridOf, layoutTriangle, writerOf } from './triangle-layout.js';

/** @internal */
export interface CohortLayout {
  readonly groups: readonly Group[];
  readonly texts: readonly Label[];
  readonly width: number;
  readonly height: number;
}

const enum Px {
  /** From here on the newcomers stand beside the triangle. */
  Beside = 940,
  BesideWidth = 300,
  Apart = 48,
  Below = 28,
  Widest = 560,
}

export function layoutCohorts(context: CohortContext, frame: ChartFrame): CohortLayout {
  const { width } = frame;
  const pen = new Pen(frame);
  const hasNewcomers = !!context.triangle.newcomers?.potential;
  const [narrow, wide] = [width - Px.BesideWidth - Px.Apart, width].map((room) => gridOf(context, pen, room, frame.compact));
  // The figures of the cells must not become less exact for it.
  const isBeside = hasNewcomers && width >= Px.Beside && writerOf(context, narrow, pen) === writerOf(context, wide, pen);
  const grid = isBeside ? narrow : wide;
  const scale = scaleOf(context);
  const rows = layoutTriangle(context, grid, scale, pen);
  const average = layoutAverage(context, grid, pen);
  const legend = layoutLegend(context, grid, scale, average.bottom, pen);
  const label = context.terms.grid;
  // A row without points, or a grid without rows, is none.
  const inside = [...rows, average.row].filter((row) => row.inside.length > 0);
  const groups: Group[] = [
    ...(inside.length ? [{ look: 'grid', role: 'grid', label, inside }] : []),
    { look: 'average', hidden: true, inside: average.paths },
    { look: 'legend', hidden: true, inside: legend.inside },
  ];
  let height = legend.bottom;
  if (hasNewcomers) {
    const [start, top] = isBeside ? [grid.right + Px.Apart, 0] : [0, height + Px.Below];
    const panel = layoutNewcomers(context, pen, start, top, Math.min(Px.Widest, width - start));
    groups.push(panel.group);
    height = Math.max(height, panel.bottom);
  }
  return { groups, texts: pen.texts, width, height };
}
