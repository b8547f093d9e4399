/** To a server: forget all signing keys, as a server that was set up without them. */
import { itemsOn } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface RemoveKeys {
  readonly kind: 'remove-keys';
}

export const removeKeys: NodeCommandDescriptor<RemoveKeys> = {
  kind: 'remove-keys',
  parameters: () => ({}),
  availableAt: {
    node({ id, isUp }, view) {
      const hasKeys = itemsOn(id, view).some(
        (item) => item.kind === 'key-ring' && item.ring.verification.length > 0,
      );
      return isUp && hasKeys ? [{ kind: 'remove-keys' }] : [];
    },
  },
};
