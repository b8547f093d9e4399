/** Renders a view with the player, messages and motion contexts. */
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { PlayerProvider } from '../../src/features/player-context.ts';
import { FurtherDrawingProvider } from '../../src/features/stage/further-context.ts';
import { furtherDrawing } from '../../src/features/stage/further-drawing.tsx';
import { TextProvider } from '../../src/features/text-context.ts';
import type { Language } from '../../src/locales/language.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { MovingProvider } from '../../src/ui/motion/motion-context.ts';
import * as moving from '../../src/ui/motion/moving.tsx';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { openPlayer, type PlayerOpening } from './opened-player.ts';

export const languages = Object.fromEntries(
  await Promise.all(shippedLanguages.map(async (id) => [id, await loadLanguage(id)] as const)),
) as Readonly<Record<ShippedLanguageId, Language>>;

const furtherDrawingNow = () => furtherDrawing;

export interface Mounted extends RenderResult {
  readonly player: PlayerStore;
}

/** Default: in English, with every step completed at once. */
export function mount(
  view: ReactNode,
  language: ShippedLanguageId = 'en',
  opening: PlayerOpening = {},
): Mounted {
  const { phrasebook, viewText } = languages[language];
  const player = openPlayer({ phrasebook, allowsMotion: false, ...opening });
  const rendered = render(
    <MovingProvider value={moving}>
      <PlayerProvider value={player}>
        <TextProvider stageText={viewText} viewText={viewText}>
          <FurtherDrawingProvider value={furtherDrawingNow}>{view}</FurtherDrawingProvider>
        </TextProvider>
      </PlayerProvider>
    </MovingProvider>,
  );
  return { ...rendered, player };
}
