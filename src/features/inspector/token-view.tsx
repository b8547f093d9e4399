/** A signed token, decoded; and a workshop for altering it, sending it, and seeing it refused. */
import { useId, useMemo, useState } from 'react';
import { type Forgery, forgeryCommands } from '../../player/forgery.ts';
import { readToken, type TokenReading } from '../../sequence/read-token.ts';
import { isClient } from '../../simulation/cluster.ts';
import { TEXT_LENGTH_MAX } from '../../simulation/validation/limits.ts';
import type { Run } from '../../trace/run.ts';
import { useDispatch } from '../player-context.ts';
import type { InspectText } from './inspect-text.ts';
import styles from './inspector.module.css';

interface TokenViewProps {
  readonly token: string;
  readonly run: Run;
  /** The present step. Changes take effect from there on. */
  readonly step: number;
  readonly words: InspectText;
}

export function TokenView({ token, run, step, words }: TokenViewProps) {
  const reading = useMemo(() => readToken(token), [token]);
  const holder = useMemo(() => holderOf(run, step), [run, step]);
  const leakedSecret = useMemo(() => leakedAt(run, step), [run, step]);
  if (reading === undefined) return null;
  return (
    <section className={styles.token} aria-label={words.token}>
      <h3 className={styles.heading}>{words.token}</h3>
      <p className={styles.line}>{words.tokenIsReadable}</p>
      <h4 className={styles.part}>{words.tokenHeader}</h4>
      <pre className={styles.text} lang="en">
        {reading.header}
      </pre>
      <h4 className={styles.part}>{words.tokenPayload}</h4>
      <pre className={styles.text} lang="en">
        {reading.payload}
      </pre>
      <ul className={styles.attributes}>
        {reading.times.map((time) => (
          <li key={time.claim}>{words.tokenTime(time)}</li>
        ))}
      </ul>
      <h4 className={styles.part}>{words.tokenSignature}</h4>
      <pre className={styles.text} lang="en">
        {reading.signature}
      </pre>
      {holder === undefined ? (
        <p className={styles.line}>{words.notHeld}</p>
      ) : (
        <Forger key={token} reading={reading} holder={holder} leakedSecret={leakedSecret} words={words} />
      )}
    </section>
  );
}

/** The first client that has a token at this step. */
function holderOf({ states }: Run, step: number): string | undefined {
  for (const [id, { memory }] of states[step]?.snapshot ?? []) {
    if (isClient(id) && [...memory].some(({ item }) => item.kind === 'access-token')) return id;
  }
  return undefined;
}

/**
 * What a thief of one server's memory would have at this step. The last server is taken: of a key pair, it has the public
 * half only, if any server does.
 */
function leakedAt({ states }: Run, step: number): string | undefined {
  let leaked: string | undefined;
  for (const [, { memory }] of states[step]?.snapshot ?? []) {
    for (const { item } of memory) {
      const [key] = item.kind === 'key-ring' ? item.ring.verification : [];
      if (key !== undefined) leaked = key.kty === 'oct' ? key.k : (key.d ?? key.x);
    }
  }
  return leaked;
}

interface ForgerProps {
  readonly reading: TokenReading;
  readonly holder: string;
  readonly leakedSecret: string | undefined;
  readonly words: InspectText;
}

const algorithms = ['none', 'HS512', 'RS256'] as const;
const signatures: readonly Forgery['signature'][] = ['kept', 'flipped', 'own-key', 'leaked-key'];

function Forger({ reading, holder, leakedSecret, words }: ForgerProps) {
  const dispatch = useDispatch();
  const [payload, setPayload] = useState(reading.payload);
  const [algorithm, setAlgorithm] = useState(reading.algorithm);
  const [signature, setSignature] = useState<Forgery['signature']>('kept');
  const id = useId();
  const payloads = forgeryCommands(holder, {
    payload: payload === reading.payload ? null : payload,
    algorithm: algorithm === reading.algorithm ? null : algorithm,
    signature,
    leakedSecret,
  });
  const send = () => {
    for (const payload of payloads) dispatch({ kind: 'command', payload });
  };
  return (
    <fieldset className={styles.forger}>
      <legend>{words.forge}</legend>
      <label htmlFor={`${id}-payload`}>{words.forgedPayload}</label>
      <textarea
        id={`${id}-payload`}
        lang="en"
        spellCheck={false}
        rows={6}
        maxLength={TEXT_LENGTH_MAX}
        value={payload}
        onChange={({ target }) => setPayload(target.value)}
      />
      <label htmlFor={`${id}-algorithm`}>{words.forgedAlgorithm}</label>
      <select id={`${id}-algorithm`} value={algorithm} onChange={({ target }) => setAlgorithm(target.value)}>
        {[...new Set([reading.algorithm, ...algorithms])].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <label htmlFor={`${id}-signature`}>{words.forgedSignature}</label>
      <select
        id={`${id}-signature`}
        value={signature}
        onChange={({ target }) => setSignature(signatures.find((each) => each === target.value) ?? 'kept')}
      >
        {signatures.map((each) => (
          <option key={each} value={each}>
            {words.signatureChoices[each]}
          </option>
        ))}
      </select>
      <button type="button" className={styles.send} disabled={payloads.length === 0} onClick={send}>
        {words.sendIt}
      </button>
      <p className={styles.line}>{words.sendHint}</p>
    </fieldset>
  );
}
