/**
 * The one-file builds: they define every tag, and give the classes to those who want them. Like beside like takes fewer bytes, within
 * sight of 32 KB: first what needs nothing of a page (all words, what puts sentences together, all looks, the page's side of the
 * engine with the engine), then what lets the file serve as its own worker, then the rest.
 */
import './locale/base-en.js';
import './locale/base-fr.js';
import './locale/churn-en.js';
import './locale/churn-fr.js';
import './locale/cohort-en.js';
import './locale/cohort-fr.js';
import './locale/dashboard-en.js';
import './locale/dashboard-fr.js';
import './locale/funnel-en.js';
import './locale/funnel-fr.js';
import './locale/lifecycle-en.js';
import './locale/lifecycle-fr.js';
import './locale/pulse-en.js';
import './locale/pulse-fr.js';
import './locale/rfm-en.js';
import './locale/rfm-fr.js';
import './locale/timing-en.js';
import './locale/timing-fr.js';
import './elements/churn-alerts/churn-finding.js';
import './elements/churn-alerts/trend-claim.js';
import './elements/churn-alerts/churn-context.js';
import './chart/truncate.js';
import './base/base.styles.js';
import './theme/heat.styles.js';
import './elements/churn-alerts/churn-alerts.styles.js';
import './elements/cohort-triangle/cohort-triangle.styles.js';
import './elements/lifecycle-flow/lifecycle-flow.styles.js';
import './elements/rfm-matrix/rfm-matrix.styles.js';
import './elements/kpi-funnel/kpi-funnel.styles.js';
import './elements/kpi-pulse/kpi-pulse.styles.js';
import './chart/mark-keys.js';
import './core/errors.js';
import './worker/rungs.js';
import './worker/packs/all.js';
import './worker/send.js';
import './worker/client.js';
import './base/ready.js';
import './base/explanation.js';
import './locale/speech.js';
import './source/registry.js';
import './cdn-start.js';
import './base/settings.js';
import './base/export-csv.js';
import './chart/marks.js';
import './base/children.js';
import './define.js';
export * from './index.js';
