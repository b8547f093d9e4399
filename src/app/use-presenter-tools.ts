/** The presenter's tools, wherever their state lives: theme, projector, laser, sound, blank screen. */
import { useCallback, useState, useSyncExternalStore } from 'react';
import type { PresenterTools } from '../features/presenting/presenter-tools.ts';
import type { PlayerStore } from '../player/player.ts';
import type { Link } from '../url/link.ts';
import { createBlankScreen } from './blank-screen.ts';
import { rememberSound, soundIsOn as soundWasOn } from './preferences.ts';
import { usePresenterWindow } from './use-presenter-window.ts';
import { usePresenting } from './use-presenting.ts';
import { useProjection } from './use-projection.ts';
import { useSetting } from './use-setting.ts';
import { useSound } from './use-sound.ts';
import { useTheme } from './use-theme.ts';

interface PresenterToolsState {
  readonly isPresenting: boolean;
  readonly isBlank: boolean;
  /** Starts or stops presenting. */
  readonly present: () => void;
  readonly unblank: () => void;
  readonly presenterTools: PresenterTools;
}

export function usePresenterTools(player: PlayerStore, link: Link): PresenterToolsState {
  const [theme, chooseTheme] = useTheme(link.theme);
  const { isPresenting, toggle, keepPresenting } = usePresenting(link.present === true);
  const [projection, adjust] = useProjection(isPresenting);
  const [soundIsOn, chooseSound] = useSetting(soundWasOn, rememberSound);
  useSound(player, soundIsOn);
  const [laserIsOn, setLaserIsOn] = useState(false);
  const [blankScreen] = useState(createBlankScreen);
  const isBlank = useSyncExternalStore(blankScreen.subscribe, blankScreen.isBlank, blankScreen.isBlank);
  const unblank = useCallback(() => blankScreen.setBlank(false), [blankScreen]);
  const presenter = usePresenterWindow(player, blankScreen, keepPresenting);
  const blank = () => {
    const { isPlaying, dispatch } = player.getState();
    // It comes back at the same step.
    if (isPlaying) dispatch({ kind: 'toggle-play' });
    blankScreen.setBlank(true);
  };
  return {
    isPresenting,
    isBlank,
    present: toggle,
    unblank,
    presenterTools: {
      theme,
      chooseTheme,
      projection,
      adjust,
      laserIsOn,
      toggleLaser: () => setLaserIsOn((isOn) => !isOn),
      soundIsOn,
      toggleSound: () => chooseSound(!soundIsOn),
      blank,
      leave: toggle,
      presenter,
    },
  };
}
