/** What happened, why, and the fix, above an incident's diagram. Printing can't wait: words that haven't loaded are left out. */
import { wordsOfIncident } from '../../../incidents/incident-words.ts';
import { incidentIn } from '../../../incidents/incidents.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';

export function PrintedIncident() {
  const text = useLoaded(useText().loadIncidentText);
  const incident = usePlayer(({ lesson }) => incidentIn(lesson));
  if (text === null || incident === undefined) return null;
  const { story, cause, fix } = wordsOfIncident(text.words, incident);
  return (
    <div data-printed-incident>
      <p>{story}</p>
      <p>
        <b>{text.cause}.</b> {cause}
      </p>
      <p>
        <b>{text.oneFix}.</b> {fix}
      </p>
    </div>
  );
}
