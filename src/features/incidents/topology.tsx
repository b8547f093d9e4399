/** The cluster of the reports as boxes: browsers, balancer, servers, store. The counts are those of the run. */
import type { Incident } from '../../incidents/incident.ts';
import { strategies } from '../../simulation/strategies/strategies.ts';
import type { IncidentText } from './incident-text.ts';
import styles from './topology.module.css';

interface TopologyProps {
  readonly incident: Incident;
  readonly text: IncidentText;
}

/** Beyond these, the boxes say how many there are. */
const SERVERS_SHOWN_MAX = 3;

export function Topology({ incident: { scenario, fixed, commands, stack }, text }: TopologyProps) {
  const browsers = scenario.clients.reduce((sum, { count }) => sum + count, 0);
  const added = commands.filter(({ kind }) => kind === 'add').length;
  const servers = scenario.servers + added;
  const shown = Math.min(servers, SERVERS_SHOWN_MAX);
  const usesStore = [scenario, fixed].some(({ strategy }) => strategies[strategy].usesStore);
  return (
    <ul className={styles.topology}>
      <li>
        <span className={styles.box}>{browsers === 1 ? text.browser : text.browsers(browsers)}</span>
      </li>
      <li>
        <span className={styles.box}>{stack.balancer}</span>
      </li>
      <li className={styles.column}>
        {Array.from({ length: shown }, (_, index) => index + 1).map((ordinal) => (
          <span key={ordinal} className={styles.box} data-added={ordinal > scenario.servers}>
            {stack.server} {servers > shown && ordinal === shown ? `… ${servers}` : ordinal}
          </span>
        ))}
      </li>
      {stack.store !== undefined && (
        <li>
          <span className={styles.box} data-added={!usesStore}>
            {stack.store}
          </span>
        </li>
      )}
    </ul>
  );
}
