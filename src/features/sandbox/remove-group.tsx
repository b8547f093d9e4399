/** Removes a group of clients. If others give something to them, it says so and offers to remove those lines, too. */
import { useState } from 'react';
import type { ClientGroup } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { Button } from '../../ui/button/button.tsx';
import { Complaint } from '../../ui/form/complaint.tsx';
import { useSandboxText } from './fields.tsx';
import { withoutGroup } from './groups.ts';
import { limitText } from './limit-messages.ts';

interface RemoveGroupProps {
  readonly clients: readonly ClientGroup[];
  readonly index: number;
  readonly onClients: (clients: readonly ClientGroup[]) => Problem | null;
}

export function RemoveGroup({ clients, index, onClients }: RemoveGroupProps) {
  const text = useSandboxText();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const removal = withoutGroup(clients, index);
  const isHeld = removal.handOvers.length > 0;
  const remove = () => {
    // The next group takes this one's place, and this state with it.
    setIsAsking(false);
    setProblem(onClients(removal.clients));
  };
  return (
    <>
      <Button data-remove-group={index + 1} onClick={() => (isHeld ? setIsAsking(true) : remove())}>
        {text.removeGroup(index + 1)}
      </Button>
      {isAsking && isHeld && (
        <>
          <Complaint>{text.receivesFrom(removal.handOvers)}</Complaint>
          <Button onClick={remove}>{text.removeWithLines(index + 1)}</Button>
        </>
      )}
      {problem !== null && <Complaint>{limitText(text, problem, 'one')}</Complaint>}
    </>
  );
}
