/** The form of a TCP or UDP run: both ends, the network between them, and the script. */

import type { TransportScenario } from '../../simulation/transport-scenario.ts';
import { CheckField, FieldGroup, NumberField, useSandboxText } from './fields.tsx';
import { LatencyFields } from './latency-fields.tsx';
import { ScriptEditor } from './script-editor.tsx';
import { isTransportLine } from './script-text.ts';
import type { Change } from './use-change.ts';

interface TransportFormProps {
  readonly scenario: TransportScenario;
  readonly onChange: Change;
}

export function TransportForm({ scenario, onChange }: TransportFormProps) {
  const text = useSandboxText();
  const { network, think, udp } = scenario;
  const change = (part: Partial<TransportScenario>) => onChange({ ...scenario, ...part });
  return (
    <>
      <FieldGroup title={text.servers} isOpen>
        <NumberField
          label={text.servers}
          value={scenario.servers}
          onValue={(servers) => change({ servers })}
        />
        <NumberField
          label={text.clients}
          value={scenario.clients}
          onValue={(clients) => change({ clients })}
        />
        {scenario.transport === 'udp' && (
          <CheckField
            label={text.serverRemembers}
            isOn={udp.semantics === 'at-most-once'}
            onToggle={(isOn) =>
              change({ udp: { ...udp, semantics: isOn ? 'at-most-once' : 'at-least-once' } })
            }
          />
        )}
      </FieldGroup>
      <FieldGroup title={text.network} isOpen>
        <LatencyFields
          latency={network.latency}
          lossPerMillion={network.lossPerMillion}
          onLatency={(latency) => change({ network: { ...network, latency } })}
          onLoss={(lossPerMillion) => change({ network: { ...network, lossPerMillion } })}
        />
        <NumberField
          label={text.duplication}
          unit="percent"
          value={network.duplicationPerMillion}
          onValue={(duplicationPerMillion) => change({ network: { ...network, duplicationPerMillion } })}
        />
        <NumberField label={text.seed} value={scenario.seed} onValue={(seed) => change({ seed })} />
      </FieldGroup>
      <FieldGroup title={text.group(1)} isOpen>
        <ScriptEditor
          script={scenario.script}
          sample={{ kind: 'open' }}
          clients={scenario.clients}
          group={1}
          onScript={(script) => change({ script: script.filter(isTransportLine) })}
        />
        {think.kind === 'fixed' && (
          <NumberField
            label={text.think}
            unit="seconds"
            value={think.us}
            onValue={(us) => change({ think: { kind: 'fixed', us } })}
          />
        )}
      </FieldGroup>
    </>
  );
}
