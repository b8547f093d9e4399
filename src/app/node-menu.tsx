/** The menu at a node of a run, and of the whole cluster: commands, and what is shown of the node. */
import { NodeChoices } from '../features/focusing/node-choices.tsx';
import type { OperateTarget } from '../features/operate-context.ts';
import { OperateMenu } from '../features/operations/operate-menu.tsx';

export interface NodeMenuProps {
  readonly place: OperateTarget;
  readonly onClose: () => void;
}

export function NodeMenu({ place, onClose }: NodeMenuProps) {
  const { node } = place;
  return (
    <OperateMenu place={place} onClose={onClose}>
      {node !== null && <NodeChoices node={node} onClose={onClose} />}
    </OperateMenu>
  );
}
