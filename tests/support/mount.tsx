/** Renders a view with the player, messages and motion contexts. */
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { PlayerProvider } from '../../src/features/player-context.ts';
import { TextProvider } from '../../src/features/text-context.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { viewText as englishText } from '../../src/locales/en/view-text.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { viewText as koreanText } from '../../src/locales/ko/view-text.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { MovingProvider } from '../../src/ui/motion/motion-context.ts';
import * as moving from '../../src/ui/motion/moving.tsx';
import type { LanguageId } from '../../src/url/link.ts';
import { openPlayer, type PlayerOpening } from './opened-player.ts';

export const languages = {
  en: { phrasebook: english, viewText: englishText },
  ko: { phrasebook: korean, viewText: koreanText },
};

export interface Mounted extends RenderResult {
  readonly player: PlayerStore;
}

/** Default: in English, with every step completed at once. */
export function mount(view: ReactNode, language: LanguageId = 'en', opening: PlayerOpening = {}): Mounted {
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
