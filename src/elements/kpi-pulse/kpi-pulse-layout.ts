/** The whole picture: tiles, and under them the one that is open. */
import { layoutDetail, type Detail } from './detail-layout.js';
import type { PulseContext } from './pulse-context.js';
import { layoutRows, rowsHeight, rowsOf, type Rows } from './rows-layout.js';
import { layoutTiles, tileGrid, type TilePlace } from './tile-layout.js';
import type { ChartFrame } from '../../base/widget.js';
import { Pen } from '../../chart/pen.js';

/** @internal */
export interface PulseLayout {
  readonly height: number;
  readonly tiles: readonly TilePlace[];
  readonly detail: Detail | null;
  readonly rows: Rows | null;
}

const DETAIL = 252;
const COMPACT = 0.8;
const UNDER = 20;
const EDGE = 2;

function detailHeight({ compact }: ChartFrame, scale: number): number {
  return DETAIL * scale * (compact ? COMPACT : 1);
}

/** Height before there is a result: so many tiles, one of them open or none. */
export function pulseHeight(count: number, isOpen: boolean, frame: ChartFrame): number {
  const { scale } = new Pen(frame);
  return tileGrid(count, frame, scale).whole + (isOpen ? detailHeight(frame, scale) : 0) + EDGE;
}

/** @param open Id of the open tile; empty: none. @param view `auto`, `bars` or `line`. */
export function layoutPulse(context: PulseContext, open: string, view: string, frame: ChartFrame): PulseLayout {
  const pen = new Pen(frame);
  const { kpis } = context.value;
  const grid = tileGrid(kpis.length, frame, pen.scale);
  const tiles = layoutTiles(context, open, grid, pen);
  const kpi = kpis.find(({ id, series }) => id === open && series.length > 0);
  if (!kpi) return { height: grid.whole + EDGE, tiles, detail: null, rows: null };
  const bottom = grid.whole + detailHeight(frame, pen.scale);
  const detail = layoutDetail(context, kpi, view, { top: grid.whole, width: frame.width, bottom }, pen);
  const [title, rows] = rowsOf(context, kpi);
  const under = rowsHeight(rows, pen.scale);
  return {
    ...{ height: bottom + (under && under + UNDER) + EDGE, tiles, detail },
    rows: layoutRows(title, rows, bottom + UNDER, frame.width, pen),
  };
}
