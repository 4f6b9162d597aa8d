export { fail } from '../errors.js';
