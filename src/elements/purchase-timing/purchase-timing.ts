/** Defines `<purchase-timing>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { PurchaseTimingElement } from './purchase-timing.element.js';

define('purchase-timing', PurchaseTimingElement);

export { PurchaseTimingElement };
