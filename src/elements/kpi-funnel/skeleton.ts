/** What the widget looks like before it has figures. */
import type { FunnelParams, FunnelStepSpec } from '../../core/kpi/funnel-types.js';
import type { FunnelText } from './kpi-funnel-layout.js';

/** Two rows that would fill the widget. */
export const EXAMPLE = '[{ "step": "Visit", "count": 1200 },\n { "step": "Purchase", "count": 24 }]';

const PRESET_STEPS: Partial<Record<FunnelParams['preset'], number>> = { ecommerce: 5, aarrr: 5, aida: 4 };
const USUAL_STEPS = 3;

export function expectedSteps(preset: FunnelParams['preset'], steps: readonly FunnelStepSpec[] | null): number {
  return steps?.length ?? PRESET_STEPS[preset] ?? USUAL_STEPS;
}

/** As many steps without words: the picture has the height that it will need. */
export function skeletonText(count: number): FunnelText {
  const steps = Array.from({ length: count }, (_, index) => ({
    name: '',
    counts: [''],
    rate: '',
    optional: false,
    tag: '',
    share: 1,
    range: null,
    passage: index === 0 ? null : { rate: '', loss: '', notes: [] },
    lossy: false,
  }));
  return { steps, rateHeading: '\u00a0', groupsHeading: '', groups: [] };
}
