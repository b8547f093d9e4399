/** The link to what is on the stage, at the address that people can open it at. */
import { useState } from 'react';
import { linkTo } from '../../share/link.ts';
import { type Reach, reachOf, shareAddress } from '../../share/share-link.ts';
import { usePlayer } from '../player-context.ts';

type Target = 'step' | 'start';

interface ShareLink {
  readonly reach: Reach;
  /** What somebody typed instead of the page's own address; empty for that. */
  readonly base: string;
  setBase(base: string): void;
  readonly target: Target;
  setTarget(target: Target): void;
  /** Null for somebody's own diagram, which has none. */
  readonly link: string | null;
  /** Null as well while the base is no address. */
  readonly address: string | null;
}

const BASE = 'statescope.base-address';

export function useShareLink(): ShareLink {
  const { run } = usePlayer((player) => player.recording);
  const lesson = usePlayer((player) => player.lesson);
  const step = usePlayer((player) => player.step);
  const [base, setBase] = useState(rememberedBase);
  const [target, setTarget] = useState<Target>('step');
  const link = run === null ? null : linkTo('', lesson, run, target === 'step' ? step : 0);
  const reach = reachOf(location);
  const address =
    link === null ? null : shareAddress(reach === 'everywhere' || base === '' ? location.href : base, link);
  return { reach, base, setBase: (next) => setBase(remember(next)), target, setTarget, link, address };
}

function rememberedBase(): string {
  try {
    return localStorage.getItem(BASE) ?? '';
  } catch {
    return '';
  }
}

function remember(base: string): string {
  try {
    localStorage.setItem(BASE, base);
  } catch {
    // It holds until the dialog is closed.
  }
  return base;
}
