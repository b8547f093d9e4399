/** The sandbox's panel beside the stage. Its content loads with the lesson that needs it. */
import { Panel } from '../../ui/panel/panel.tsx';
import { type Loader, useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import type { SandboxForm } from './sandbox-form.tsx';

const form: Loader<typeof SandboxForm> = async () => (await import('./sandbox-form.tsx')).SandboxForm;

export function SandboxPanel({ className }: { readonly className?: string | undefined }) {
  const text = useText();
  return (
    <Panel title={text.build} className={className}>
      <LoadedForm />
    </Panel>
  );
}

function LoadedForm() {
  const Form = useLoaded(form);
  return Form === null ? null : <Form />;
}
