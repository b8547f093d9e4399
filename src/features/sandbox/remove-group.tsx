/** Removes a group of clients. If others give something to them, it says so and offers to remove those lines, too. */
import { useState } from 'react';
import type { ClientGroup } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { Complaint, useSandboxText } from './fields.tsx';
import { withoutGroup } from './groups.ts';
import { limitText } from './limit-messages.ts';
import styles from './sandbox.module.css';

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
      <button
        type="button"
        data-remove-group={index + 1}
        className={styles.add}
        onClick={() => (isHeld ? setIsAsking(true) : remove())}
      >
        {text.removeGroup(index + 1)}
      </button>
      {isAsking && isHeld && (
        <>
          <Complaint>{text.receivesFrom(removal.handOvers)}</Complaint>
          <button type="button" className={styles.add} onClick={remove}>
            {text.removeWithLines(index + 1)}
          </button>
        </>
      )}
      {problem !== null && <Complaint>{limitText(text, problem, 'one')}</Complaint>}
    </>
  );
}
