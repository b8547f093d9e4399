/** The parts of the page around its stage that stepping doesn't need. Loaded right after the first paint, in one file. */
import { PrintArea } from '../features/exporting/print/print-area.tsx';
import { typedNumbers } from '../features/keyboard/typed-number.ts';
import { TypedNumber } from '../features/keyboard/typed-number-sign.tsx';
import { Branches } from '../features/playback/branches.tsx';
import { OtherBranches } from '../features/playback/other-branches.tsx';
import { PresentTools } from '../features/presenting/present-button.tsx';
import { QrButton } from '../features/sharing/qr-button.tsx';
import { furtherDrawing } from '../features/stage/further-drawing.tsx';
import { ComparedStages } from './compared-stages.tsx';
import { GuideInPlace, preloadGuidePage } from './guide-in-place.tsx';
import { Header } from './header/header.tsx';
import { ModeBar } from './mode-bar.tsx';
import { openedLater } from './opened-later.tsx';
import { PartNote } from './part-note.tsx';
import { PressShield } from './press-shield.ts';

export const parts = {
  Branches,
  ComparedStages,
  GuideInPlace,
  Header,
  ModeBar,
  PartNote,
  OtherBranches,
  PresentTools,
  PressShield,
  PrintArea,
  QrButton,
  TypedNumber,
  ...openedLater,
  furtherDrawing,
  preloadGuidePage,
  typedNumbers,
};
