/** The one-file builds: they define every tag, and give the classes to those who want them. */
import './cdn-start.js';
// Like beside like takes fewer bytes: all words, then all looks, then the rest in its own order.
import './locale/base-en.js';
import './locale/base-fr.js';
import './locale/churn-en.js';
import './locale/churn-fr.js';
import './locale/funnel-en.js';
import './locale/funnel-fr.js';
import './locale/rfm-en.js';
import './locale/rfm-fr.js';
import './base/base.styles.js';
import './theme/heat.styles.js';
import './elements/churn-alerts/churn-alerts.styles.js';
import './elements/rfm-matrix/rfm-matrix.styles.js';
import './elements/kpi-funnel/kpi-funnel.styles.js';
import './define.js';
export * from './index.js';
