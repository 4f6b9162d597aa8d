/** Defines `<churn-alerts>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { ChurnAlertsElement } from './churn-alerts.element.js';

define('churn-alerts', ChurnAlertsElement);

export { ChurnAlertsElement };
