/** To a store: forget everything. */
import { itemsOn } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface Flush {
  readonly kind: 'flush';
}

export const flush: NodeCommandDescriptor<Flush> = {
  kind: 'flush',
  parameters: () => ({}),
  availableAt: {
    node({ id, isUp }, view) {
      if (!isUp) return [];
      const items = itemsOn(id, view);
      const isPrimary = items.every((item) => item.kind !== 'store-role' || item.role === 'primary');
      const hasEntries = items.some(({ kind }) => kind === 'store-entry');
      return hasEntries && isPrimary ? [{ kind: 'flush' }] : [];
    },
  },
};
