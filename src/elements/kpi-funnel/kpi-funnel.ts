/** Defines `<kpi-funnel>`; a tag that the page has already is left alone. */
import { define } from '../../base/define.js';
import { KpiFunnelElement } from './kpi-funnel.element.js';

define('kpi-funnel', KpiFunnelElement);

export { KpiFunnelElement };
