/** The parts of the page around its stage that stepping doesn't need. Loaded right after the first paint, in one file. */
export { PrintArea } from '../features/exporting/print/print-area.tsx';
export { TransitSwitch } from '../features/focusing/transit-switch.tsx';
export { ImportedBar } from '../features/importing/imported-bar.tsx';
export { Branches } from '../features/playback/branches.tsx';
export { PresentTools } from '../features/presenting/present-button.tsx';
export { QrButton } from '../features/sharing/qr-button.tsx';
export { ComparedStages } from './compared-stages.tsx';
export { Header } from './header/header.tsx';
