/** The table of strategies, in English. */
import type { StrategiesText } from '../../features/lessons/strategies-text.ts';
import { number } from './words.ts';

export const strategiesText: StrategiesText = {
  introduction:
    'The same customers and faults under each, to the end of the run. A name shows it on the stage.',
  strategy: 'Strategy',
  requests: 'Requests by server',
  refused: '401',
  bytes: 'Bytes a request',
  roundTrips: 'Store trips a request',
  memory: 'Server memory',
  perServer: (counts) => counts.map((count) => number.format(count)).join(' · '),
  show: (name) => `Show ${name}`,
  compareWith: (name) => `Compare with ${name}`,
};
