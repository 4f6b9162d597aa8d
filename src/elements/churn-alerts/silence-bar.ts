/** Days of silence as a small bar against the window: one scale for the whole list, lines where the tiers begin. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChurnResult, TierId } from '../../core/kpi/churn-types.js';

export interface SilenceScale {
  /** Days at the end of the bar: the window and a third of it. */
  readonly most: number;
  /** Days at which tiers begin, ascending. */
  readonly limits: readonly number[];
}

export interface SilenceBar {
  readonly length: number;
  readonly limits: readonly number[];
  /** Longer than the scale: the bar stops short of the end, and an end piece follows after a gap. */
  readonly beyond: boolean;
}

/** Size of the bar in its own units; the page may stretch it. */
export const SILENCE_WIDTH = 96;
export const SILENCE_HEIGHT = 12;
const PAST_WINDOW = 4 / 3;
const END_PIECE = 4;
const GAP = 3;

export function silenceScale(value: ChurnResult): SilenceScale {
  const limits = value.tiers.map((tier) => tier.afterDays).sort((a, b) => a - b);
  return { most: Math.max(1, (limits.at(-1) ?? 0) * PAST_WINDOW), limits };
}

export function layoutSilence(days: number, { most, limits }: SilenceScale): SilenceBar {
  const x = (value: number): number => (Math.min(Math.max(0, value), most) / most) * SILENCE_WIDTH;
  const beyond = days > most;
  return { length: beyond ? SILENCE_WIDTH - END_PIECE - GAP : x(days), limits: limits.map(x), beyond };
}

/** Decoration: the days stand beside it in words. */
export function silenceBar(days: number, tier: TierId, scale: SilenceScale): TemplateResult {
  const { length, limits, beyond } = layoutSilence(days, scale);
  return html`<svg
    class="silence-bar tier-${tier}"
    viewBox="0 0 ${SILENCE_WIDTH} ${SILENCE_HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="rail" x="0" y="4" width=${SILENCE_WIDTH} height="4"></rect>
    <rect class="bar" x="0" y="4" width=${length} height="4"></rect>
    ${limits.map((x) => svg`<line class="limit" x1=${x} x2=${x} y1="1" y2="11"></line>`)}
    ${beyond ? svg`<rect class="bar" x=${SILENCE_WIDTH - END_PIECE} y="4" width=${END_PIECE} height="4"></rect>` : nothing}
  </svg>`;
}
