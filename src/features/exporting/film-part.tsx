/** The films section of the dialog. */
import { deferred } from '../../ui/deferred.tsx';
import { useText } from '../text-context.ts';
import { LazyPart } from './lazy-part.tsx';

const FilmExport = deferred(async () => (await import('./film-export.tsx')).FilmExport);

export function FilmPart() {
  const { exporting } = useText();
  return <LazyPart name={exporting.film} Content={FilmExport} />;
}
