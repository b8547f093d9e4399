/** Sharing a run, in English. */

import type { ShareText } from '../../features/sharing/share-text.ts';

const reaches: ShareText['reaches'] = {
  here: 'This page runs only on this computer, so its link only works here. If the page is also on the web, enter its address:',
  nearby:
    'This page runs in a local network, so its link only works there. If the page is also on the web, enter its address:',
};

export const shareText: ShareText = {
  share: 'Share',
  where: 'Where the link leads',
  toThisStep: 'To this step',
  toTheStart: 'To the start',
  link: 'Link',
  copyLink: 'Copy link',
  copied: 'Copied.',
  copyRefused: 'The browser didn’t allow copying. The text is selected: copy it with the keyboard.',
  reaches,
  onlyThere: {
    here: 'Opens on the presenter’s computer only. Set an address for others in Share.',
    nearby: 'Opens in this local network only.',
  },
  baseAddress: 'Address of the page',
  badBaseAddress: 'That isn’t a web address. It should begin with https:// or http://.',
  qrCode: 'QR code',
  qrLarge: 'QR code in full screen',
  qrTooLong: 'This run is too long for a QR code. Copy the link instead.',
  embed: 'In another page',
  fullPage: 'Open in Statescope',
  embedPreview: 'Preview',
  embedCode: 'HTML for another page',
  copyEmbed: 'Copy HTML',
  shareSheet: 'Share with an app',
  shareRefused: 'The browser didn’t allow sharing. Copy the link instead.',
  noLink: 'Your own diagram has no link. Export it as Mermaid text, which you can open here again.',
  runFile: 'As a file',
  saveRunFile: 'Save run',
  oneFile: 'All of Statescope in one file',
};
