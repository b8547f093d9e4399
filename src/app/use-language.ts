/** Changes the language of page and diagram, and keeps the reader's place. */
import { useEffect, useState } from 'react';
import type { ViewText } from '../features/view-text.ts';
import { loadLanguage } from '../locales/languages.ts';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId } from '../url/languages.ts';
import { setQuery } from './address.ts';
import { rememberLanguage } from './preferences.ts';
import { showLanguage } from './show-language.ts';

export function useLanguage(
  player: PlayerStore,
  opening: ViewText,
  onFailure: () => void,
): [ViewText, (language: LanguageId) => void] {
  const [viewText, setViewText] = useState(opening);
  useEffect(() => {
    showLanguage(viewText.language);
  }, [viewText]);
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
  return [viewText, choose];
}
