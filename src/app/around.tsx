/** The parts of the page around its stage that stepping doesn't need. Loaded right after the first paint, in one file. */
import { PrintArea } from '../features/exporting/print/print-area.tsx';
import { TransitSwitch } from '../features/focusing/transit-switch.tsx';
import { ImportedBar } from '../features/importing/imported-bar.tsx';
import { Branches } from '../features/playback/branches.tsx';
import { PresentTools } from '../features/presenting/present-button.tsx';
import { QrButton } from '../features/sharing/qr-button.tsx';
import { importedDrawing } from '../features/stage/imported-drawing.tsx';
import { ComparedStages } from './compared-stages.tsx';
import { GuideInPlace, preloadGuidePage } from './guide-in-place.tsx';
import { Header } from './header/header.tsx';

export const parts = {
  Branches,
  ComparedStages,
  GuideInPlace,
  Header,
  ImportedBar,
  PresentTools,
  PrintArea,
  QrButton,
  TransitSwitch,
  importedDrawing,
  preloadGuidePage,
};
