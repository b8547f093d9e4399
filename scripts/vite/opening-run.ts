/** Generates the events of the run that the page opens with, so that showing it takes no simulation. */
import type { Plugin } from 'vite';
import { firstLesson } from '../../src/lessons/first-lesson.ts';
import { record } from '../../src/simulation/simulate.ts';

const ID = 'virtual:opening-run';
/** The leading zero byte keeps other plugins away. */
const RESOLVED_ID = `\0${ID}`;

export function openingRun(): Plugin {
  return {
    name: 'opening-run',
    resolveId: {
      filter: { id: /^virtual:opening-run$/ },
      handler: () => RESOLVED_ID,
    },
    load: {
      filter: { id: /^\0virtual:opening-run$/ },
      handler: () => {
        const json = JSON.stringify(record(firstLesson.scenario, []));
        // Engines parse a long JSON text faster than the same as a literal.
        return `export const events = JSON.parse(${JSON.stringify(json)});`;
      },
    },
  };
}
