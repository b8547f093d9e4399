/** Says that only a part of the run or the diagram is shown. */
import { usePlayer } from '../features/player-context.ts';
import { showsPartOfRun } from '../player/shown-part.ts';
import { deferred } from '../ui/deferred.tsx';

const ViewNote = deferred(async () => (await import('../features/focusing/view-note.tsx')).ViewNote);

export function PartNote() {
  const isPart = usePlayer(
    (player) => player.recording.diagram.imported?.walk.options.view !== undefined || showsPartOfRun(player),
  );
  return isPart && <ViewNote />;
}
