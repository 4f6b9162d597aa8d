/** Defines `<cohort-triangle>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { CohortTriangleElement } from './cohort-triangle.element.js';

define('cohort-triangle', CohortTriangleElement);

export { CohortTriangleElement };
