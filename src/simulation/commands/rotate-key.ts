/**
 * To servers, or to one alone: sign or seal with a new key. What was issued with earlier keys stays valid only if those
 * keys are kept.
 */
import { isServer } from '../node-names.ts';
import { flag, text } from '../validation/check.ts';
import { type ClusterView, nodeCommandsOf } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface RotateKey {
  readonly kind: 'rotate-key';
  readonly kid: string;
  readonly keepsOld: boolean;
}

export const rotateKey: NodeCommandDescriptor<RotateKey> = {
  kind: 'rotate-key',
  parameters: () => ({ kid: text(100), keepsOld: flag }),
  availableAt: {
    cluster(view) {
      if (!view.traits.usesKeys) return [];
      const nodes = [...view.nodes].flatMap(([id, { membership }]) =>
        isServer(id) && membership !== 'absent' ? [id] : [],
      );
      return rotations(view).map((command) => ({ nodes, command }));
    },
    node({ id, isUp }, view) {
      return view.traits.usesKeys && isServer(id) && isUp ? rotations(view) : [];
    },
  },
};

function rotations(view: ClusterView): readonly RotateKey[] {
  // The first key is called 1.
  const kid = String(nodeCommandsOf<RotateKey>('rotate-key', view).length + 2);
  return [true, false].map((keepsOld) => ({ kind: 'rotate-key', kid, keepsOld }));
}
