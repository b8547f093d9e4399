/** Renders a view with the player, the words and the motion that every view may ask for. */
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { phrasebook as english } from '../../src/i18n/en/phrasebook.ts';
import { viewText as englishText } from '../../src/i18n/en/view-text.ts';
import { phrasebook as korean } from '../../src/i18n/ko/phrasebook.ts';
import { viewText as koreanText } from '../../src/i18n/ko/view-text.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import type { Opening } from '../../src/player/state.ts';
import type { LanguageId } from '../../src/share/link.ts';
import { MovingProvider } from '../../src/views/motion/motion-context.ts';
import * as moving from '../../src/views/motion/moving.tsx';
import { PlayerProvider } from '../../src/views/player-context.ts';
import { TextProvider } from '../../src/views/text-context.ts';
import { openPlayer } from './opened-player.ts';

export const languages = {
  en: { phrasebook: english, viewText: englishText },
  ko: { phrasebook: korean, viewText: koreanText },
};

export interface Mounted extends RenderResult {
  readonly player: PlayerStore;
}

/** In English, and with every step finished at once, unless said otherwise. */
export function mount(view: ReactNode, language: LanguageId = 'en', opening: Partial<Opening> = {}): Mounted {
  const { phrasebook, viewText } = languages[language];
  const player = openPlayer({ phrasebook, allowsMotion: false, ...opening });
  const rendered = render(
    <MovingProvider value={moving}>
      <PlayerProvider value={player}>
        <TextProvider value={viewText}>{view}</TextProvider>
      </PlayerProvider>
    </MovingProvider>,
  );
  return { ...rendered, player };
}
