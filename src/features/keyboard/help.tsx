/** Help. Preloaded when the page is idle, so that it opens at once. */
import type { ComponentProps } from 'react';
import { type Loader, preload, useLoaded } from '../../ui/use-loaded.ts';
import { useStageText } from '../text-context.ts';
import type { StageText } from '../view-text.ts';
import type { HelpDialog } from './help-dialog.tsx';

const dialog: Loader<typeof HelpDialog> = async () => (await import('./help-dialog.tsx')).HelpDialog;

export async function preloadHelp({ loadHelpText }: StageText): Promise<void> {
  await Promise.all([preload(dialog), preload(loadHelpText)]);
}

export function Help(props: Omit<ComponentProps<typeof HelpDialog>, 'words'>) {
  const Dialog = useLoaded(dialog);
  const words = useLoaded(useStageText().loadHelpText);
  return Dialog === null || words === null ? null : <Dialog words={words} {...props} />;
}
