/** The one-file builds: they define every tag, and give the classes to those who want them. */
import './cdn-start.js';
import './define.js';
export * from './index.js';
