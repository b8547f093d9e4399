/** The present step's message as transmitted; or the selected item, with every part explained. */
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { useDeferredStep, usePlayer } from '../player-context.ts';
import { MessageText } from './message-text.tsx';

const Inspector = deferred(async () => (await import('./inspector.tsx')).Inspector);

export function MessagePanel() {
  const { recording, step } = useDeferredStep();
  const selection = usePlayer((player) => player.selection);
  const [isExplained, setExplained] = useState(false);
  return isExplained || selection !== null ? (
    <Inspector
      recording={recording}
      step={step}
      selection={selection}
      onLess={isExplained && selection === null ? () => setExplained(false) : null}
    />
  ) : (
    <MessageText recording={recording} step={step} onExplain={() => setExplained(true)} />
  );
}
