/** Defines every tag of the library; a tag that the page has already is left alone. */
import './elements/churn-alerts/churn-alerts.js';
import './elements/kpi-funnel/kpi-funnel.js';
import './elements/purchase-timing/purchase-timing.js';
import './elements/rfm-matrix/rfm-matrix.js';
