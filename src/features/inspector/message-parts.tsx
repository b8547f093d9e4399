/** A message part by part, each with its purpose. */
import type { CookieAttribute, HeaderReading, MessageReading } from '../../sequence/read-message.ts';
import { headerText, storeCommandText } from './inspect-messages.ts';
import type { Field, InspectText } from './inspect-text.ts';
import styles from './inspector.module.css';
import { LongText } from './long-text.tsx';

interface MessagePartsProps {
  readonly reading: MessageReading;
  readonly words: InspectText;
}

export function MessageParts({ reading, words }: MessagePartsProps) {
  switch (reading.kind) {
    case 'http':
      return (
        <>
          <p className={styles.code} lang="en">
            <b>{reading.start}</b>
          </p>
          <dl className={styles.parts}>
            {reading.headers.map((header) => (
              <Header key={`${header.name} ${header.value}`} header={header} words={words} />
            ))}
          </dl>
          {reading.body !== '' && (
            <>
              <h3 className={styles.heading}>{words.body}</h3>
              <LongText text={reading.body} words={words} />
            </>
          )}
          <p className={styles.line}>{words.plainText}</p>
        </>
      );
    case 'segment': {
      const { sourcePort, destinationPort, seq, ack, flags } = reading;
      return (
        <>
          <Fields words={words} fields={{ sourcePort, destinationPort, seq, ...(ack !== null && { ack }) }} />
          <h3 className={styles.heading}>{words.fields.flags}</h3>
          <dl className={styles.parts}>
            {flags.map((flag) => (
              <div key={flag}>
                <dt lang="en">{flag}</dt>
                <dd>{words.flags[flag]}</dd>
              </div>
            ))}
          </dl>
          <Data reading={reading} words={words} />
        </>
      );
    }
    case 'datagram': {
      const { sourcePort, destinationPort } = reading;
      return (
        <>
          <Fields words={words} fields={{ sourcePort, destinationPort }} />
          <Data reading={reading} words={words} />
        </>
      );
    }
    case 'store': {
      const [command = '', ...rest] = reading.words;
      const meaning = storeCommandText(words, command);
      return (
        <>
          <p className={styles.code} lang="en">
            <b>{command}</b> {rest.slice(0, 1).join(' ')}
          </p>
          {meaning !== null && <p className={styles.line}>{meaning}</p>}
          <LongText text={reading.text} words={words} />
        </>
      );
    }
    case 'text':
      return <LongText text={reading.text} words={words} />;
    default:
      throw new Error(`Unknown message ${reading satisfies never}`);
  }
}

function Header({ header, words }: { readonly header: HeaderReading; readonly words: InspectText }) {
  const { name, value, note } = header;
  const attributes: readonly CookieAttribute[] = note.kind === 'set-cookie' ? note.attributes : [];
  return (
    <div>
      <dt lang="en">
        {name}: <span className={styles.value}>{value}</span>
      </dt>
      <dd>
        {headerText(words, note)}
        {attributes.length > 0 && (
          <ul className={styles.attributes}>
            {attributes.map((attribute) => (
              <li key={attribute.name}>
                <b lang="en">
                  {attribute.name}
                  {attribute.value === '' ? '' : `=${attribute.value}`}
                </b>
                {': '}
                {words.attributes[attribute.name]}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

interface FieldsProps {
  readonly words: InspectText;
  readonly fields: Partial<Record<Field, number>>;
}

const fieldOrder = ['sourcePort', 'destinationPort', 'seq', 'ack'] as const;

function Fields({ words, fields }: FieldsProps) {
  return (
    <dl className={styles.fields}>
      {fieldOrder.map((field) =>
        fields[field] === undefined ? null : (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>{fields[field]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface DataProps {
  readonly words: InspectText;
  readonly reading: { readonly data: string; readonly dataBytes: number };
}

function Data({ words, reading: { data } }: DataProps) {
  if (data === '') return null;
  return (
    <>
      <h3 className={styles.heading}>{words.fields.data}</h3>
      <LongText text={data} words={words} />
    </>
  );
}
