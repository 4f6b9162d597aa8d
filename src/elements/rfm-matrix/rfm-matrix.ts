/** Defines `<rfm-matrix>`, unless the page has it already. */
import { RfmMatrixElement } from './rfm-matrix.element.js';

if (!customElements.get('rfm-matrix')) customElements.define('rfm-matrix', RfmMatrixElement);

export { RfmMatrixElement };
