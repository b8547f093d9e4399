/** The language of the page and of its diagram, changed without losing one's place. */
import { useEffect, useState } from 'react';
import type { ViewText } from '../features/view-text.ts';
import { type Language, loadLanguage } from '../locales/languages.ts';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId } from '../url/languages.ts';
import { setQuery } from './address.ts';
import { rememberLanguage } from './preferences.ts';
import { showLanguage } from './show-language.ts';

export function useLanguage(
  player: PlayerStore,
  opening: Language,
  onFailure: () => void,
): [ViewText, (language: LanguageId) => void] {
  const [viewText, setViewText] = useState(opening.viewText);
  useEffect(() => {
    showLanguage(viewText.language);
  }, [viewText]);
  const choose = async (id: LanguageId) => {
    const language = await loadLanguage(id).catch(() => null);
    if (language === null) return onFailure();
    player.getState().dispatch({ kind: 'set-messages', phrasebook: language.phrasebook });
    setViewText(language.viewText);
    rememberLanguage(id);
    setQuery('lang', null);
  };
  return [viewText, choose];
}
