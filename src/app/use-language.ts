/** Changes the language of page and diagram, and keeps the reader's place. */
import { useEffect, useState } from 'react';
import type { StageText, ViewText } from '../features/view-text.ts';
import { loadLanguage } from '../locales/languages.ts';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId } from '../url/languages.ts';
import { setQuery } from './address.ts';
import { rememberLanguage } from './preferences.ts';
import { showLanguage } from './show-language.ts';

/** @returns The words of the language that the reader has chosen, null until they do; and how to choose one. */
export function useLanguage(
  player: PlayerStore,
  opening: StageText,
  onFailure: () => void,
): [ViewText | null, (language: LanguageId) => void] {
  const [chosen, setViewText] = useState<ViewText | null>(null);
  const { language: shown } = chosen ?? opening;
  useEffect(() => {
    showLanguage(shown);
  }, [shown]);
  const choose = async (id: LanguageId) => {
    const language = await loadLanguage(id).catch(() => null);
    if (language === null) return onFailure();
    // Stage and page change together, even if the action waits for the simulation.
    const stop = player.subscribe(({ phrasebook }) => {
      if (phrasebook !== language.phrasebook) return;
      stop();
      setViewText(language.viewText);
      rememberLanguage(id);
      setQuery({ lang: null });
    });
    player.getState().dispatch({ kind: 'set-messages', phrasebook: language.phrasebook });
  };
  return [chosen, choose];
}
