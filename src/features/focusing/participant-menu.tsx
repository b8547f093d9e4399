/** The menu at a participant of an imported diagram: look at it, hide it, and its links. */
import { useEffect, useMemo, useRef } from 'react';
import { canHide } from '../../sequence/diagram-view.ts';
import type { ImportedParticipant } from '../../sequence/imported-diagram.ts';
import type { DiagramView } from '../../sequence/model.ts';
import { isWhole, wholeView } from '../../sequence/whole-view.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { moveFocus } from '../../ui/move-focus.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { OperateTarget } from '../operate-context.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './focusing.module.css';
import { Links } from './links.tsx';
import { useView } from './use-view.ts';
import { ViewChoices } from './view-choices.tsx';

export interface ParticipantMenuProps {
  readonly place: OperateTarget;
  readonly onClose: () => void;
}

export function ParticipantMenu({ place, onClose }: ParticipantMenuProps) {
  const words = useLoaded(useText().loadFocusText);
  const imported = usePlayer(({ recording }) => recording.imported);
  const index = imported?.participants.findIndex(({ id }) => id === place.node) ?? -1;
  const participant = imported?.participants[index];
  const [view, change] = useView();
  const mayHide = useMemo(
    () => imported !== null && canHide(imported, { ...view, hidden: [...view.hidden, index] }),
    [imported, view, index],
  );
  const list = useRef<HTMLDivElement>(null);
  const isThere = words !== null;
  // Focuses the first choice, not the close button.
  useEffect(() => {
    if (isThere) list.current?.querySelector('button')?.focus();
  }, [isThere]);
  if (words === null || participant === undefined) return null;
  const changeAndClose = (changes: Partial<DiagramView>) => {
    onClose();
    change(changes);
  };
  const isFocused = view.focus === index;
  return (
    <Dialog title={nameOf(participant)} isOpen at={place.at} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys go from button to button, which are what is pressed. */}
      <div className={styles.choices} ref={list} onKeyDown={moveFocus}>
        <ViewChoices
          words={words}
          isFocused={isFocused}
          mayHide={mayHide}
          isChanged={!isWhole(view)}
          onFocus={() => changeAndClose({ focus: isFocused ? null : index })}
          onHide={() => changeAndClose({ hidden: [...view.hidden, index] })}
          onShowAll={() => changeAndClose(wholeView)}
        />
        <Links links={participant.links} words={words} />
      </div>
    </Dialog>
  );
}

function nameOf({ name, id }: ImportedParticipant): string {
  return name.split('\n').join(' ') || id;
}
