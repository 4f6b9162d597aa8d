/** The whole picture: passages and renewal side by side where there is room, one under the other where there is not. */
import type { ChartFrame } from '../../base/widget.js';
import type { Group } from '../../chart/draw.js';
import { Pen, type Label } from '../../chart/pen.js';
import { flowHeight, layoutFlow, type Area } from './flow-layout.js';
import type { LifecycleContext } from './lifecycle-context.js';
import { layoutRenewal, renewalHeight } from './renewal-layout.js';

export const VIEWS = ['all', 'flow', 'renewal'] as const;
export type LifecycleView = (typeof VIEWS)[number];

/** @internal */
export interface LifecycleLayout {
  readonly groups: readonly Group[];
  readonly texts: readonly Label[];
  readonly width: number;
  readonly height: number;
}

const enum Px {
  Beside = 860,
  Apart = 56,
  Below = 24,
  /** Nothing stretches further than it reads well. */
  Widest = 760,
  WidestRenewal = 480,
}
const SHARE = 0.62;
const COMPACT = 0.85;

/** Where both parts stand; null for the one that is not shown. */
function planned(
  { width, compact }: ChartFrame,
  { scale }: Pen,
  view: LifecycleView,
): { flow: Area | null; renewal: Area | null; height: number } {
  const unit = compact ? COMPACT * scale : scale;
  const isBeside = view === 'all' && width >= Px.Beside;
  const flowWidth = Math.min(isBeside ? Math.round(width * SHARE) : width, Px.Widest);
  const flow = view === 'renewal' ? null : { start: 0, top: 0, width: flowWidth, unit };
  const below = flow ? flowHeight(unit) : -Px.Below;
  const [start, top] = isBeside ? [flowWidth + Px.Apart, 0] : [0, below + Px.Below];
  const renewal = view === 'flow' ? null : { start, top, width: Math.min(width - start, isBeside ? Px.WidestRenewal : Px.Widest), unit };
  return { flow, renewal, height: Math.max(below, renewal ? top + renewalHeight(unit) : 0) };
}

/** Height of the picture in a frame: the same whatever the result. */
export function lifecycleHeight(frame: ChartFrame, view: LifecycleView): number {
  return planned(frame, new Pen(frame), view).height;
}

export function layoutLifecycle(context: LifecycleContext, frame: ChartFrame, view: LifecycleView): LifecycleLayout {
  const pen = new Pen(frame);
  const { flow, renewal, height } = planned(frame, pen, view);
  const groups = [...(flow ? layoutFlow(context, pen, flow).groups : []), ...(renewal ? layoutRenewal(context, pen, renewal).groups : [])];
  return { groups, texts: pen.texts, width: frame.width, height };
}
