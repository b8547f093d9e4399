/** The table of strategies, in English. */
import type { StrategiesText } from '../../features/lessons/strategies-text.ts';
import { number } from './words.ts';

export const strategiesText: StrategiesText = {
  introduction:
    'Every strategy runs the same customers and faults to the end. Choose a name to show it on the stage.',
  strategy: 'Strategy',
  requests: 'Requests by server',
  refused: '401',
  bytes: 'Bytes per request',
  roundTrips: 'Store trips per request',
  memory: 'Server memory',
  perServer: (counts) => counts.map((count) => number.format(count)).join(' · '),
  show: (name) => `Show ${name}`,
  compareWith: (name) => `Compare with ${name}`,
};
