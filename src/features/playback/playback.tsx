/** Play, pause, both steps, both ends, the scrubber and the speed. */
import {
  Ellipsis,
  Eye,
  Pause,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { timelineIndex } from '../../player/comparison.ts';
import { isAtTheEnd } from '../../player/prediction.ts';
import { type Speed, speeds } from '../../player/state.ts';
import { Control } from '../../ui/control.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import styles from './playback.module.css';
import { Scrubber } from './scrubber.tsx';

interface PlaybackProps {
  /** On the slider's track. */
  readonly otherBranches?: ReactNode;
  /** Further buttons, before the speed. */
  readonly children?: ReactNode;
}

export function Playback({ otherBranches, children }: PlaybackProps) {
  const text = useStageText();
  const dispatch = useDispatch();
  /** On a narrow screen, less frequent controls are collapsed. */
  const [isOpen, setIsOpen] = useState(false);
  const isPlaying = usePlayer((player) => player.isPlaying);
  const speed = usePlayer((player) => player.speed);
  const showsFuture = usePlayer((player) => player.showsFuture);
  const isFirst = usePlayer((player) => timelineIndex(player) === 0);
  const isLast = usePlayer(isAtTheEnd);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its name before each of its buttons.
    <div className={styles.playback} role="group" aria-label={text.playback}>
      <div className={styles.buttons}>
        <Control label={text.firstStep} isOff={isFirst} onPress={() => dispatch({ kind: 'first-step' })}>
          <SkipBack />
        </Control>
        <Control
          label={text.previousStep}
          isOff={isFirst}
          onPress={() => dispatch({ kind: 'previous-step' })}
        >
          <StepBack />
        </Control>
        <Control
          label={isPlaying ? text.pause : text.play}
          isMain
          onPress={() => dispatch({ kind: 'toggle-play' })}
        >
          {isPlaying ? <Pause /> : <Play />}
        </Control>
        <Control label={text.nextStep} isOff={isLast} onPress={() => dispatch({ kind: 'next-step' })}>
          <StepForward />
        </Control>
        <Control label={text.lastStep} isOff={isLast} onPress={() => dispatch({ kind: 'last-step' })}>
          <SkipForward />
        </Control>
        <span className={styles.more}>
          <Control label={text.moreControls} isOpen={isOpen} onPress={() => setIsOpen(!isOpen)}>
            <Ellipsis />
          </Control>
        </span>
      </div>
      <Scrubber otherBranches={otherBranches} />
      <div className={styles.extras} data-open={isOpen}>
        {children}
        <select
          className={styles.speed}
          aria-label={text.speed}
          value={speed}
          onChange={(event) => dispatch({ kind: 'set-speed', speed: Number(event.target.value) as Speed })}
        >
          {speeds.map((each) => (
            <option key={each} value={each}>
              {text.speedValue(each)}
            </option>
          ))}
        </select>
        <Control
          label={text.showFuture}
          caption={text.captions.showFuture}
          isPressed={showsFuture}
          onPress={() => dispatch({ kind: 'toggle-future' })}
        >
          <Eye />
        </Control>
        <Control
          label={text.startOver}
          caption={text.captions.startOver}
          onPress={() => dispatch({ kind: 'start-over' })}
        >
          <RotateCcw />
        </Control>
      </div>
    </div>
  );
}
