/** Defines every tag of the library; a tag that the page has already is left alone. */
import './elements/churn-alerts/churn-alerts.js';
import './elements/cohort-triangle/cohort-triangle.js';
import './elements/kpi-dashboard/kpi-dashboard.js';
import './elements/kpi-funnel/kpi-funnel.js';
import './elements/kpi-pulse/kpi-pulse.js';
import './elements/lifecycle-flow/lifecycle-flow.js';
import './elements/purchase-timing/purchase-timing.js';
import './elements/rfm-matrix/rfm-matrix.js';
import './filter-group.js';
