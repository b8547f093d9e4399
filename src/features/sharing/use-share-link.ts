/** The link to the present run and step, at an address that other people can open. */
import { useState } from 'react';
import { comparisonKeys } from '../../url/comparison-keys.ts';
import { hiddenText } from '../../url/hidden-nodes.ts';
import type { LanguageId } from '../../url/languages.ts';
import { pageSearch } from '../../url/page-address.ts';
import { parseQuery, type QueryChanges, writeQuery } from '../../url/query.ts';
import { CODE_CHARACTERS_MAX } from '../../url/run-code.ts';
import { selectKeys } from '../../url/select-keys.ts';
import { type Reach, reachOf, shareAddress } from '../../url/share-link.ts';
import { linkToShown } from '../../url/shown-link.ts';
import { readText, writeText } from '../../url/text-store.ts';
import { usePlayer } from '../player-context.ts';

type Target = 'step' | 'start';

export interface ShareLink {
  readonly reach: Reach;
  /** An address to use instead of the page's own; empty for the page's own. */
  readonly base: string;
  setBase(base: string): void;
  readonly target: Target;
  setTarget(target: Target): void;
  /** Null for an imported diagram without an address. */
  readonly link: string | null;
  /** The same with all branches, which a short link has no room for. */
  readonly fileLink: () => string | null;
  /** Also null while the base isn't a valid address. */
  readonly address: string | null;
  /** The embedded page, at the same address and at this page's own. */
  readonly embedded: { readonly address: string | null; readonly own: string | null };
}

const BASE = 'statescope.base-address';

/** @param language Language of the embedded page: that of the page around it, and not the reader's own. */
export function useShareLink(language: LanguageId): ShareLink {
  const recording = usePlayer((player) => player.recording);
  const lesson = usePlayer((player) => player.lesson);
  const step = usePlayer((player) => player.step);
  const history = usePlayer((player) => player.history);
  const isPredicting = usePlayer(({ prediction }) => prediction !== null);
  const [base, setBase] = useState(() => readText('localStorage', BASE) ?? '');
  const [target, setTarget] = useState<Target>('step');
  const transit = usePlayer((player) => player.transit);
  const focus = usePlayer((player) => player.focus);
  const hidden = usePlayer((player) => player.hidden);
  const comparison = usePlayer((player) => player.comparison);
  const linkWith = (changes: QueryChanges, codeLengthMax?: number) => {
    const search = writeQuery('', {
      // `linkTo` writes the run's keys.
      ...selectKeys(parseQuery(pageSearch()).query, ({ isShared, owner }) => isShared && owner !== 'run'),
      // The address gets these a moment later.
      ...comparisonKeys(comparison),
      ...(target === 'start' && { pair: null }),
      transit,
      focus,
      hide: hiddenText(hidden),
      predict: isPredicting,
      ...changes,
    });
    const shownStep = target === 'step' ? step : 0;
    return linkToShown(search, { lesson, recording, step: shownStep, history }, codeLengthMax);
  };
  const link = linkWith({});
  const embeddedLink = linkWith({ embed: true, lang: language });
  const reach = reachOf(location);
  const shared = reach === 'everywhere' || base === '' ? location.href : base;
  const addressAt = (page: string, to: string | null) => (to === null ? null : shareAddress(page, to));
  return {
    reach,
    base,
    setBase: (next) => setBase(remember(next)),
    target,
    setTarget,
    link,
    fileLink: () => linkWith({}, CODE_CHARACTERS_MAX),
    address: addressAt(shared, link),
    embedded: { address: addressAt(shared, embeddedLink), own: addressAt(location.href, embeddedLink) },
  };
}

/** Without storage, it holds until the dialog is closed. */
function remember(base: string): string {
  writeText('localStorage', BASE, base);
  return base;
}
