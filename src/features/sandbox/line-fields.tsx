/** The fields of a script line, by kind. */

import { useState } from 'react';
import { userIds } from '../../simulation/applications/account.ts';
import {
  type Conversation,
  type PaymentMethod,
  type ProductId,
  paymentMethods,
  productIds,
} from '../../simulation/applications/shop.ts';
import { clientId, roleOf } from '../../simulation/cluster.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { TextField } from '../../ui/form/text-field.tsx';
import { CheckField, ChoiceField, NumberField, useSandboxText } from './fields.tsx';
import styles from './sandbox.module.css';
import { isBare, readLinesAtOnce, type ScriptLine, writeScript } from './script-text.ts';

interface LineFieldsProps {
  readonly line: ScriptLine;
  /** Number of clients that can receive something. */
  readonly clients: number;
  readonly onLine: (line: ScriptLine) => Problem | null;
}

const UNSAID = '';

export function LineFields({ line, clients, onLine }: LineFieldsProps) {
  const text = useSandboxText();
  if (isBare(line)) return null;
  switch (line.kind) {
    case 'shop':
      return <ShopFields line={line} onLine={onLine} />;
    case 'log-in':
      return (
        <ChoiceField
          label={text.user}
          isLabelHidden
          options={userIds.map((id) => ({ value: id, label: text.userNames[id] }))}
          value={line.user}
          onValue={(user) => onLine({ ...line, user })}
        />
      );
    case 'note':
      return (
        <NumberField
          label={text.characters}
          unit="one"
          value={line.characters}
          onValue={(characters) => onLine({ ...line, characters })}
        />
      );
    case 'pay':
      return (
        <>
          <NumberField
            label={text.amount}
            unit="won"
            value={line.amountWon}
            onValue={(amountWon) => onLine({ ...line, amountWon })}
          />
          <CheckField
            label={text.withKey}
            isOn={line.hasIdempotencyKey}
            onToggle={(hasIdempotencyKey) => onLine({ ...line, hasIdempotencyKey })}
          />
        </>
      );
    case 'add-to-cart':
      return (
        <ChoiceField
          label={text.product}
          isLabelHidden
          options={productIds.map((id) => ({ value: id, label: text.productNames[id] }))}
          value={line.product}
          onValue={(product) => onLine({ ...line, product })}
        />
      );
    case 'at-once':
      return <LinesAtOnce line={line} onLine={onLine} />;
    case 'hand-over':
      return (
        <ChoiceField
          label={text.receiver}
          isLabelHidden
          options={Array.from({ length: clients }, (_, index) => ({
            value: clientId(index + 1),
            label: text.clientName(index + 1),
          }))}
          value={roleOf(line.to).ordinal <= clients ? line.to : undefined}
          otherLabel={text.unsaid}
          onValue={(to) => onLine({ ...line, to })}
        />
      );
    case 'wait':
      return (
        <NumberField
          label={text.waitTime}
          unit="seconds"
          value={line.us}
          onValue={(us) => onLine({ ...line, us })}
        />
      );
    case 'send':
    case 'request':
      return (
        <TextField
          label={text.words}
          isLabelHidden
          value={line.text}
          onChange={(event) => onLine({ ...line, text: event.target.value })}
        />
      );
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}

interface LinesAtOnceProps {
  readonly line: Extract<ScriptLine, { kind: 'at-once' }>;
  readonly onLine: (line: ScriptLine) => Problem | null;
}

/** The lines as text. What isn't valid stays in the field, and the script stays as it was. */
function LinesAtOnce({ line, onLine }: LinesAtOnceProps) {
  const text = useSandboxText();
  const [typed, setTyped] = useState<string | null>(null);
  const written = writeScript(line.lines);
  const take = () => {
    const read = readLinesAtOnce(typed ?? written);
    if (read !== null && onLine({ ...line, lines: read }) === null) setTyped(null);
  };
  return (
    <textarea
      aria-label={text.linesAtOnce}
      className={styles.words}
      rows={Math.max(2, line.lines.length)}
      spellCheck={false}
      value={typed ?? written}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
    />
  );
}

interface ShopFieldsProps {
  readonly line: Extract<ScriptLine, { kind: 'shop' }>;
  readonly onLine: (line: ScriptLine) => Problem | null;
}

/** An empty choice and a quantity of 0 stand for absent values. */
interface ShopWords {
  readonly product: ProductId | typeof UNSAID;
  readonly quantity: number;
  readonly payment: PaymentMethod | typeof UNSAID;
}

function ShopFields({ line, onLine }: ShopFieldsProps) {
  const text = useSandboxText();
  const { product = UNSAID, quantity = 0, payment = UNSAID } = line.said;
  const words: ShopWords = { product, quantity, payment };
  const say = (changed: Partial<ShopWords>) =>
    onLine({ kind: 'shop', said: conversationOf({ ...words, ...changed }) });
  return (
    <>
      <ChoiceField
        label={text.product}
        options={[
          { value: UNSAID, label: text.unsaid },
          ...productIds.map((id) => ({ value: id, label: text.productNames[id] })),
        ]}
        value={product}
        onValue={(value) => say({ product: value })}
      />
      <NumberField label={text.quantity} value={quantity} onValue={(value) => say({ quantity: value })} />
      <ChoiceField
        label={text.payment}
        options={[
          { value: UNSAID, label: text.unsaid },
          ...paymentMethods.map((method) => ({ value: method, label: text.paymentNames[method] })),
        ]}
        value={payment}
        onValue={(value) => say({ payment: value })}
      />
    </>
  );
}

function conversationOf({ product, quantity, payment }: ShopWords): Conversation {
  return {
    ...(product !== UNSAID && { product }),
    ...(quantity !== 0 && { quantity }),
    ...(payment !== UNSAID && { payment }),
  };
}
