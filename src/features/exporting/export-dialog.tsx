/** All export formats of the run on the stage. */
import { deferred } from '../../ui/deferred.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
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
  return (
    <Dialog title={exporting.export} isOpen onClose={onClose}>
      <MermaidExport />
      <PictureExport />
      <FilmPart />
      <LazyPart name="PowerPoint" Content={SlidesExport} />
      <LazyPart name="PlantUML" Content={PlantUmlExport} />
      <LazyPart name="D2" Content={D2Export} />
      <LazyPart name={exporting.cluster} Content={ClusterExport} />
    </Dialog>
  );
}
