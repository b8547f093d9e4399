/** All export formats of the run on the stage; while comparing, of the side that the reader chooses. */
import { useState } from 'react';
import { comparedSide, ownSide } from '../../player/fix.ts';
import type { Recording } from '../../player/recording.ts';
import type { Side } from '../../player/selection.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import { deferred } from '../../ui/deferred.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SideProvider, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { FilmPart } from './film-part.tsx';
import { LazyPart } from './lazy-part.tsx';
import { MermaidExport } from './mermaid-export.tsx';
import { PictureExport } from './picture-export.tsx';

const ClusterExport = deferred(async () => (await import('./cluster/cluster-export.tsx')).ClusterExport);
const SlidesExport = deferred(async () => (await import('./slides-export.tsx')).SlidesExport);
const PlantUmlExport = deferred(async () => (await import('./text-format-export.tsx')).PlantUmlExport);
const D2Export = deferred(async () => (await import('./text-format-export.tsx')).D2Export);

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { exporting } = useText();
  const [side, setSide] = useState<Side>('own');
  return (
    <Dialog title={exporting.export} isOpen onClose={onClose}>
      <SideChoice side={side} onSide={setSide} />
      <SideProvider value={side}>
        {/* What is chosen or made of one side isn't of the other. */}
        <Formats key={side} />
      </SideProvider>
    </Dialog>
  );
}

function Formats() {
  const { exporting } = useText();
  return (
    <>
      <MermaidExport />
      <PictureExport />
      <FilmPart />
      <LazyPart name="PowerPoint" Content={SlidesExport} />
      <LazyPart name="PlantUML" Content={PlantUmlExport} />
      <LazyPart name="D2" Content={D2Export} />
      <LazyPart name={exporting.cluster} Content={ClusterExport} />
    </>
  );
}

interface SideChoiceProps {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

function SideChoice({ side, onSide }: SideChoiceProps) {
  const text = useText();
  const own = usePlayer((player) => player.recording);
  const compared = usePlayer((player) => player.comparison?.recording);
  const ownFix = usePlayer(ownSide);
  const comparedFix = usePlayer(comparedSide);
  if (compared === undefined) return null;
  const variantName = ({ run }: Recording) => (run === null ? '' : text.variants[variantOf(run.scenario)]);
  const options = [
    { value: 'own', label: ownFix === null ? variantName(own) : text.fixSides[ownFix] },
    { value: 'comparison', label: comparedFix === null ? variantName(compared) : text.fixSides[comparedFix] },
  ] as const;
  return (
    <RadioGroup
      label={text.compare}
      isLabelShown
      look="pills"
      options={options}
      value={side}
      onChange={(value) => onSide(value)}
    />
  );
}
