/**
 * The one-file builds: they define every tag, and give the classes to those who want them. Like beside like takes fewer bytes: first
 * all words, which need nothing of a page, then what lets the file serve as its own worker, then all looks, then the rest.
 */
import './locale/base-en.js';
import './locale/base-fr.js';
import './locale/churn-en.js';
import './locale/churn-fr.js';
import './locale/funnel-en.js';
import './locale/funnel-fr.js';
import './locale/rfm-en.js';
import './locale/rfm-fr.js';
import './cdn-start.js';
import './base/base.styles.js';
import './theme/heat.styles.js';
import './elements/churn-alerts/churn-alerts.styles.js';
import './elements/rfm-matrix/rfm-matrix.styles.js';
import './elements/kpi-funnel/kpi-funnel.styles.js';
import './define.js';
export * from './index.js';
