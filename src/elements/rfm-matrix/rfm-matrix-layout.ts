/** Where everything of the picture stands. Pure: the same result, words and frame give the same geometry. */
import type { ChartFrame } from '../../base/widget.js';
import type { Group } from '../../chart/draw.js';
import { Pen, type Label } from '../../chart/pen.js';
import { layoutMatrix } from './matrix-layout.js';
import type { RfmContext } from './rfm-context.js';
import { layoutSegments } from './segments-layout.js';

/** @internal */
export interface Part {
  readonly groups: readonly Group[];
  readonly width: number;
  readonly height: number;
}

/** @internal */
export interface RfmLayout extends Part {
  readonly texts: readonly Label[];
}

export type RfmView = 'matrix' | 'segments';

/** Of the width, for the matrix with the segments beside it. */
const SHARE = 0.54;

const enum Px {
  /** From here on the segments stand beside the matrix. */
  Beside = 720,
  Apart = 40,
  Below = 24,
  /** Nothing stretches further than it reads well. */
  Widest = 640,
}

export function layoutRfm(context: RfmContext, frame: ChartFrame, view: RfmView): RfmLayout {
  const { width, compact } = frame;
  const pen = new Pen(frame);
  const isBeside = view === 'matrix' && width >= Px.Beside;
  const matrix =
    view === 'matrix' ? layoutMatrix(context, pen, isBeside ? width * SHARE : width, compact) : { groups: [], width, height: -Px.Below };
  const [start, top] = isBeside ? [matrix.width + Px.Apart, 0] : [0, matrix.height + Px.Below];
  const segments = layoutSegments(context, pen, start, top, Math.min(width - start, Px.Widest), compact);
  return {
    groups: [...matrix.groups, ...segments.groups],
    width,
    height: Math.max(matrix.height, segments.height),
    texts: pen.texts,
  };
}
