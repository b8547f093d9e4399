/** The language as one module. */
export { phrasebook } from './phrasebook.ts';
export { viewText } from './view-text.ts';
