/** Defines `<kpi-funnel>`; a tag that the page has already is left alone. */
import { KpiFunnelElement } from './kpi-funnel.element.js';

if (!customElements.get('kpi-funnel')) customElements.define('kpi-funnel', KpiFunnelElement);

export { KpiFunnelElement };
