/** All export formats of the run on the stage. */
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useText } from '../text-context.ts';
import { ClusterPart } from './cluster/cluster-part.tsx';
import { FilmPart } from './film-part.tsx';
import { MermaidExport } from './mermaid-export.tsx';
import { PictureExport } from './picture-export.tsx';

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { exporting } = useText();
  return (
    <Dialog title={exporting.export} isOpen onClose={onClose}>
      <MermaidExport />
      <PictureExport />
      <FilmPart />
      <ClusterPart />
    </Dialog>
  );
}
