/** Links of a participant: each shows its address, and opens in a new tab if it leads to a page over https. */
import { ExternalLink } from 'lucide-react';
import type { ImportedLink } from '../../sequence/imported-diagram.ts';
import { startOfName } from '../../sequence/imported-limits.ts';
import { openable } from '../../sequence/web-address.ts';
import type { FocusText } from './focus-text.ts';
import styles from './focusing.module.css';

interface LinksProps {
  readonly links: readonly ImportedLink[];
  readonly words: FocusText;
}

export function Links({ links, words }: LinksProps) {
  if (links.length === 0) return null;
  return (
    <section aria-label={words.links}>
      <h3 className={styles.heading}>{words.links}</h3>
      <ul className={styles.links}>
        {links.map(({ label, target }) => (
          <li key={label}>
            <Link label={label} target={target} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Link({ label, target, words }: ImportedLink & Pick<LinksProps, 'words'>) {
  const address = openable(target);
  if (address === null) {
    return (
      <p className={styles.notOpened}>
        {label}: <span className={styles.address}>{startOfName(target)}</span>
        <small>{words.onlyHttps}</small>
      </p>
    );
  }
  return (
    <a
      className={styles.link}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={words.opensInNewTab}
    >
      <span>
        {label} <ExternalLink aria-hidden="true" />
      </span>
      <small className={styles.address}>{startOfName(address)}</small>
      <span className="visually-hidden">{words.opensInNewTab}</span>
    </a>
  );
}
