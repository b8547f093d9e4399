/** Latency and loss, which every network has. */
import type { Latency } from '../../simulation/kernel/network.ts';
import { NumberField, useSandboxText } from './fields.tsx';
import { problemOfMin } from './latency.ts';
import type { Change } from './use-change.ts';

interface LatencyFieldsProps {
  readonly latency: Latency;
  readonly lossPerMillion: number;
  readonly onLatency: (latency: Latency) => ReturnType<Change>;
  readonly onLoss: (lossPerMillion: number) => ReturnType<Change>;
}

export function LatencyFields({ latency, lossPerMillion, onLatency, onLoss }: LatencyFieldsProps) {
  const text = useSandboxText();
  return (
    <>
      <NumberField
        label={text.latencyMin}
        unit="milliseconds"
        value={latency.minUs}
        onValue={(minUs) => problemOfMin(latency, minUs) ?? onLatency({ ...latency, minUs })}
      />
      <NumberField
        label={text.latencyMax}
        unit="milliseconds"
        value={latency.maxUs}
        onValue={(maxUs) => onLatency({ ...latency, maxUs })}
      />
      <NumberField label={text.loss} unit="percent" value={lossPerMillion} onValue={onLoss} />
    </>
  );
}
