/** The event of a dashboard. */
import type { DashboardState } from './dashboard-state.js';

/** People or the page have changed what a dashboard shows. Does not bubble. */
export class KpiStateEvent extends Event {
  /** That of `getState()`. */
  readonly state: DashboardState;
  constructor(state: DashboardState) {
    super('kpi-state');
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kpi-state': KpiStateEvent;
  }
}
