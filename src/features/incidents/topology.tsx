/** The cluster of the reports as boxes: browsers, balancer, servers, store. The counts are those of the run. */
import type { Incident } from '../../incidents/incident.ts';
import type { FixSide } from '../../player/fix.ts';
import { strategies } from '../../simulation/strategies/strategies.ts';
import type { IncidentText } from './incident-text.ts';
import styles from './topology.module.css';

interface TopologyProps {
  readonly incident: Incident;
  readonly side: FixSide;
  readonly text: IncidentText;
}

/** Beyond these, the last box says how many there are. */
const SERVERS_SHOWN_MAX = 4;

export function Topology({ incident, side, text }: TopologyProps) {
  const { commands, stack } = incident;
  const scenario = side === 'after' ? incident.fixed : incident.scenario;
  const { clients, servers, strategy } = scenario;
  const browsers = clients.reduce((sum, { count }) => sum + count, 0);
  const all = servers + commands.filter(({ kind }) => kind === 'add').length;
  const shown = Array.from({ length: Math.min(all, SERVERS_SHOWN_MAX) }, (_, index) => index + 1);
  return (
    <ul className={styles.topology}>
      <li>
        <span className={styles.box}>{browsers === 1 ? text.browser : text.browsers(browsers)}</span>
      </li>
      <li>
        <span className={styles.box}>{stack.balancer}</span>
      </li>
      <li className={styles.servers}>
        {shown.map((ordinal) => (
          // One that is added during the run has a dashed border, and so has a store that only the fix uses.
          <span key={ordinal} className={styles.box} data-absent={ordinal > servers}>
            {stack.server} {all > shown.length && ordinal === shown.length ? `… ${all}` : ordinal}
          </span>
        ))}
      </li>
      {stack.store !== undefined && (
        <li>
          <span className={styles.box} data-absent={!strategies[strategy].usesStore(scenario)}>
            {stack.store}
          </span>
        </li>
      )}
    </ul>
  );
}
