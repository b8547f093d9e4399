/** The operator's commands at the present step: all of them, or those of one node. */
import { type ReactNode, useEffect, useRef } from 'react';
import { presentStep } from '../../player/full-run-step.ts';
import { type Recording, wholeOf } from '../../player/recording.ts';
import { commandMessage } from '../../sequence/command-message.ts';
import { isClient, roleOf } from '../../simulation/cluster.ts';
import { CLIENTS_LISTED } from '../../simulation/commands/cluster-view.ts';
import { type CommandPayload, descriptorOfCommand } from '../../simulation/commands/commands.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import {
  type AvailableCommand,
  availableCommands,
  availableCommandsOf,
} from '../../trace/available-commands.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { moveFocus } from '../../ui/move-focus.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useOptionalGuide } from '../guide-context.ts';
import { type OperateTarget, useFindLoss } from '../operate-context.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { worded } from '../wording.ts';
import styles from './operate.module.css';

interface OperateMenuProps {
  readonly place: OperateTarget;
  readonly onClose: () => void;
  /** Of one node: what is shown of it. */
  readonly children: ReactNode;
}

export function OperateMenu({ place, onClose, children }: OperateMenuProps) {
  const text = useText();
  const words = useLoaded(text.operating);
  const recording = usePlayer((player) => player.recording);
  const present = usePlayer(presentStep);
  const phrasebook = usePlayer((player) => player.phrasebook);
  const dispatch = usePlayer((player) => player.dispatch);
  const findLoss = useFindLoss();
  const guide = useOptionalGuide();
  const groups = useRef<HTMLDivElement>(null);
  const isThere = words !== null;
  // Focuses the first command, not the close button.
  useEffect(() => {
    if (isThere) groups.current?.querySelector('button')?.focus();
  }, [isThere]);
  const whole = wholeOf(recording);
  const { run } = whole;
  if (words === null || run === null) return null;
  const { node, at } = place;
  const commands = node === null ? availableCommands(run, present) : availableCommandsOf(run, present, node);
  // A server that shares its head with others has a name of its own here.
  const nameOf = (id: string) => phrasebook.name(roleOf(id));
  const inspect = (id: NodeId) => {
    onClose();
    dispatch({ kind: 'select', selection: { side: 'own', kind: 'node', node: id } });
  };
  const makeChallenge = () => {
    onClose();
    guide?.go({ page: 'repair', entry: 'make' });
  };
  const give = (payload: CommandPayload) => {
    onClose();
    dispatch({ kind: 'command', payload });
  };
  return (
    <Dialog title={node === null ? text.operate : nameOf(node)} isOpen at={at} onClose={onClose}>
      {commands.length === 0 && node === null && <p>{words.nothing}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys go from button to button, which are what is pressed. */}
      <div className={styles.groups} ref={groups} onKeyDown={moveFocus}>
        {node !== null && (
          <button type="button" className={styles.payload} onClick={() => inspect(node)}>
            {text.inspectNode}
          </button>
        )}
        {children}
        {groupsOf(commands, whole).map(({ id, payloads, isCollapsed }) => (
          <CommandGroup
            key={id}
            name={id === null ? words.cluster : nameOf(id)}
            isNamed={node === null}
            isCollapsed={isCollapsed && node === null}
          >
            {payloads.map((payload) => (
              <li key={JSON.stringify(payload)}>
                <button
                  type="button"
                  className={styles.payload}
                  data-harm={descriptorOfCommand(payload).isDestructive}
                  onClick={() => give(payload)}
                >
                  {worded(words.commands, commandMessage(phrasebook, payload))}
                </button>
              </li>
            ))}
          </CommandGroup>
        ))}
        {node === null && findLoss !== null && (
          <button type="button" className={styles.payload} onClick={findLoss}>
            {words.findLoss}
          </button>
        )}
        {node === null && guide !== null && run.scenario.kind === 'cluster' && (
          <button type="button" className={styles.payload} onClick={makeChallenge}>
            {words.makeChallenge}
          </button>
        )}
      </div>
    </Dialog>
  );
}

interface CommandGroupProps {
  readonly name: string;
  readonly isNamed: boolean;
  readonly isCollapsed: boolean;
  readonly children: ReactNode;
}

function CommandGroup({ name, isNamed, isCollapsed, children }: CommandGroupProps) {
  const list = <ul className={styles.payloads}>{children}</ul>;
  if (isCollapsed) {
    return (
      <details>
        <summary className={styles.group}>{name}</summary>
        {list}
      </details>
    );
  }
  return (
    <section aria-label={name}>
      {isNamed && <h3 className={styles.group}>{name}</h3>}
      {list}
    </section>
  );
}

interface Group {
  /** Of a node; null for the whole cluster. */
  readonly id: NodeId | null;
  readonly payloads: readonly CommandPayload[];
  /** One of many clients. */
  readonly isCollapsed: boolean;
}

/** In the order of the lifelines, after the whole cluster. Nodes without a lifeline, such as the database, come last. */
function groupsOf(commands: readonly AvailableCommand[], { diagram }: Recording): readonly Group[] {
  const drawn = diagram.participants.flatMap(({ id, folded }) => folded ?? [id]);
  const ids = new Set([null, ...drawn, ...commands.map(({ node }) => node)]);
  const collapsed = new Set([...ids].filter((id) => id !== null && isClient(id)).slice(CLIENTS_LISTED));
  return [...ids].flatMap((id) => {
    const payloads = commands.flatMap(({ node, payload }) => (node === id ? [payload] : []));
    return payloads.length === 0 ? [] : [{ id, payloads, isCollapsed: collapsed.has(id) }];
  });
}
