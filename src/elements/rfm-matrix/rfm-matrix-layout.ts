/** Where everything of the picture stands. Pure: the same scene and frame give the same geometry. */
import type { ChartFrame } from '../../base/widget.js';
import { wrap } from '../../chart/truncate.js';
import { LINE, pen as penFor, type Label, type Pen } from './geometry.js';
import { matrixLayout, type MatrixLayout } from './matrix-layout.js';
import type { RfmScene } from './scene.js';
import { segmentsLayout, type SegmentsLayout } from './segments-layout.js';

export type RfmView = 'matrix' | 'segments';

export interface RfmLayout {
  readonly width: number;
  readonly height: number;
  /** null in the view `segments`. */
  readonly matrix: MatrixLayout | null;
  readonly segments: SegmentsLayout;
  readonly notes: readonly Label[];
}

/** From here on the summary of the segments stands beside the matrix. */
const BESIDE = 720;
const MATRIX_SHARE = 0.56;
const APART = { beside: 40, below: 24, notes: 10 };
/** Nothing stretches further than it reads well. */
const WIDEST = { beside: 560, alone: 720, notes: 720 };

function noteLabels(scene: RfmScene, y: number, frame: ChartFrame, pen: Pen): Label[] {
  const room = Math.min(frame.width, WIDEST.notes);
  const lines = scene.notes.flatMap((note) => wrap(note, room, (text) => frame.measure(text, 'note')));
  return lines.map((line, index) => pen.label(line, 0, y + 12 + index * LINE.note, { tone: 'quiet' }));
}

export function rfmLayout(scene: RfmScene, frame: ChartFrame, view: RfmView): RfmLayout {
  const pen = penFor(frame.width, frame.rtl);
  const isBeside = view === 'matrix' && frame.width >= BESIDE;
  const room = isBeside ? Math.round(frame.width * MATRIX_SHARE) - APART.beside / 2 : frame.width;
  const matrix = view === 'matrix' ? matrixLayout(scene, room, frame, pen) : null;
  const start = isBeside && matrix ? matrix.width + APART.beside : 0;
  const y = !isBeside && matrix ? matrix.height + APART.below : 0;
  const width = Math.min(frame.width - start, isBeside ? WIDEST.beside : WIDEST.alone);
  const segments = segmentsLayout(scene, { start, y, width }, frame, pen);
  const bottom = Math.max(matrix?.height ?? 0, y + segments.height);
  const notes = noteLabels(scene, bottom + APART.notes, frame, pen);
  return {
    width: frame.width,
    height: Math.ceil(bottom + (notes.length > 0 ? APART.notes + notes.length * LINE.note + 4 : 4)),
    matrix,
    segments,
    notes,
  };
}
