/** Defines `<churn-alerts>`, unless the page has it already. */
import { ChurnAlertsElement } from './churn-alerts.element.js';

if (!customElements.get('churn-alerts')) customElements.define('churn-alerts', ChurnAlertsElement);

export { ChurnAlertsElement };
