/** Defines `<lifecycle-flow>`, unless the page has it already. */
import { define } from '../../base/define.js';
import { LifecycleFlowElement } from './lifecycle-flow.element.js';

define('lifecycle-flow', LifecycleFlowElement);

export { LifecycleFlowElement };
