/** Sharing a run, in English. */

import type { ShareText } from '../../features/sharing/share-text.ts';

const reaches: ShareText['reaches'] = {
  here: 'This page runs on this computer alone, and so its link works only here. If the page is also somewhere on the web, say where:',
  nearby:
    'This page runs in a local network, and its link works only there. If the page is also somewhere on the web, say where:',
};

export const shareText: ShareText = {
  share: 'Share',
  where: 'Where the link leads',
  toThisStep: 'To this step',
  toTheStart: 'To the start',
  link: 'Link',
  copyLink: 'Copy link',
  copied: 'Copied.',
  copyRefused: 'The browser did not allow copying. The text is selected: copy it with the keyboard.',
  reaches,
  onlyThere: {
    here: 'Opens on the presenter’s computer only. Set an address for others in Share.',
    nearby: 'Opens in this local network only.',
  },
  baseAddress: 'Address of the page',
  badBaseAddress: 'That is not the address of a page. It begins with https:// or http://.',
  qrCode: 'QR code',
  qrLarge: 'QR code, as large as the screen',
  qrTooLong: 'This run is too long for a QR code. Copy the link instead.',
  embed: 'In another page',
  fullPage: 'Open in Statescope',
  embedPreview: 'How it looks there',
  embedCode: 'HTML for another page',
  copyEmbed: 'Copy HTML',
  shareSheet: 'Share with an app',
  shareRefused: 'The browser did not allow sharing. Copy the link instead.',
  noLink: 'A diagram of your own has no link. Export it as Mermaid text, which can be opened here again.',
  runFile: 'As a file',
  saveRunFile: 'Save run',
  oneFile: 'All of Statescope in one file',
};
