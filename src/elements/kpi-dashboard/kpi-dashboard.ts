/** Defines `<kpi-dashboard>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { KpiDashboardElement } from './kpi-dashboard.element.js';

define('kpi-dashboard', KpiDashboardElement);

export { KpiDashboardElement };
