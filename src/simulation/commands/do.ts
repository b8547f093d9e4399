/** To a client of a connection scenario: do something besides the script. */
import type { TransportLine } from '../applications/transport-line.ts';
import { isClient } from '../node-names.ts';
import { transportLine } from '../validation/lines.ts';
import { itemsOn } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface Do {
  readonly kind: 'do';
  readonly line: TransportLine;
}

const speech: readonly TransportLine[] = [
  { kind: 'request', text: 'PING' },
  { kind: 'send', text: 'NOTE' },
];

export const doLine: NodeCommandDescriptor<Do> = {
  kind: 'do',
  parameters: () => ({ line: transportLine }),
  availableAt: {
    node({ id }, view) {
      const { scenario } = view;
      if (!isClient(id) || scenario.kind !== 'transport') return [];
      const isOpen = itemsOn(id, view).some(({ kind }) => kind === 'tcp-connection');
      const lines: readonly TransportLine[] =
        scenario.transport === 'udp' ? speech : isOpen ? [...speech, { kind: 'close' }] : [{ kind: 'open' }];
      return lines.map((line) => ({ kind: 'do', line }));
    },
  },
};
