/** Defines `<kpi-pulse>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { KpiPulseElement } from './kpi-pulse.element.js';

define('kpi-pulse', KpiPulseElement);

export { KpiPulseElement };
