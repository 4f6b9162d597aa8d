/** Lets everything else that waits have its turn: for rooms that do not know the worker. */
export { pause } from '../worker/pause.js';
