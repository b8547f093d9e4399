/** Words of the share dialog, implemented once per language. */
import type { Reach } from '../../url/share-link.ts';

export interface ShareText {
  readonly share: string;
  readonly where: string;
  readonly toThisStep: string;
  readonly toTheStart: string;
  readonly link: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyRefused: string;
  /** Who can open the link, if not everyone can. */
  readonly reaches: Readonly<Record<Exclude<Reach, 'everywhere'>, string>>;
  /** The same in a few words, for everyone in the room. */
  readonly onlyThere: Readonly<Record<Exclude<Reach, 'everywhere'>, string>>;
  readonly baseAddress: string;
  readonly badBaseAddress: string;
  readonly qrCode: string;
  readonly qrLarge: string;
  readonly qrTooLong: string;
  readonly embed: string;
  /** The link from an embedded frame to the full page. */
  readonly fullPage: string;
  readonly embedPreview: string;
  readonly embedCode: string;
  readonly copyEmbed: string;
  readonly shareSheet: string;
  readonly shareRefused: string;
  readonly noLink: string;
  readonly runFile: string;
  readonly saveRunFile: string;
  /** The whole page as a file that runs by itself. */
  readonly oneFile: string;
}
