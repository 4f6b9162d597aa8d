/** Defines `<rfm-matrix>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { RfmMatrixElement } from './rfm-matrix.element.js';

define('rfm-matrix', RfmMatrixElement);

export { RfmMatrixElement };
