/** The words around incidents, and those of all incidents, in English. */
import type { IncidentText } from '../../features/incidents/incident-text.ts';
import { type IncidentWords, wordsByIncident } from '../../incidents/incident-words.ts';

const number = new Intl.NumberFormat('en');

export const incidentText: IncidentText = {
  words: wordsByIncident(
    import.meta.glob<IncidentWords>('../../incidents/*/en.ts', { eager: true, import: 'default' }),
  ),
  incident: 'Incident',
  groups: {
    balancers: 'Load balancers',
    stores: 'Session stores',
    keys: 'Cookies and keys',
    concurrency: 'Requests at the same time',
    repeats: 'Repeated requests',
    deploys: 'Deployments',
  },
  position: (ordinal, count) => `${ordinal} / ${count}`,
  previous: 'Previous incident',
  next: 'Next incident',
  all: 'All incidents',
  side: 'Before or after the fix',
  cause: 'Cause',
  topology: 'Topology',
  configuration: 'Configuration',
  decides: 'This line decides.',
  removed: 'Removed',
  added: 'Added',
  reports: 'Public reports',
  oneFix: 'The fix',
  figures: 'What changes',
  shortSides: { before: 'Before', after: 'After' },
  whatIsCounted: (requests) => (requests === 1 ? 'Of 1 request' : `Of ${number.format(requests)} requests`),
  figureNames: {
    served: 'Answered',
    'asked-again': 'Asked to log in again',
    refused: 'Refused',
    failed: 'Failed',
    charges: 'Charges',
    items: 'Items sold',
    'sessions-lost': 'Sessions lost',
    'bytes-per-request': 'Bytes per request',
  },
  browser: 'Browser',
  browsers: (count) => `${number.format(count)} browsers`,
  compareSides: 'Before and after side by side',
  breakFurther: 'Break it further',
  search: 'Search the incidents',
  count: (incidents) => (incidents === 1 ? '1 incident' : `${number.format(incidents)} incidents`),
  nothingFound: (query) => `No incident contains “${query}”.`,
};
