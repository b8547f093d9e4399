/** The modes and the lesson's words, and the first paint's until they have loaded. */
import { useHasViewText } from '../features/text-context.ts';
import { StandIn } from './first-paint/stand-in.tsx';
import { useAround } from './load-around.tsx';
import type { ModeBarProps } from './mode-bar.tsx';
// The styles of the first paint are in the page.
import '../features/lessons/lesson-bar.module.css';
import '../features/strategies/modes.module.css';
import '../ui/switch.module.css';

export function EarlyModeBar(props: ModeBarProps) {
  const ModeBar = useAround()?.ModeBar;
  const hasText = useHasViewText();
  return (
    <StandIn find="[data-modes] > :first-child">
      {ModeBar !== undefined && hasText ? <ModeBar {...props} /> : null}
    </StandIn>
  );
}
