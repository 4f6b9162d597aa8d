/** The one-file build: defines every tag, and gives the classes to those who want them. */
import './define.js';
export * from './index.js';
