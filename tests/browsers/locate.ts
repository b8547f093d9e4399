/** Finds a control as a person does: by what it is and what it's called. */

export type Role =
  | 'button'
  | 'link'
  | 'radio'
  | 'switch'
  | 'slider'
  | 'textbox'
  | 'dialog'
  | 'table'
  | 'region';

export interface Sought {
  readonly role: Role;
  /** The whole accessible name. */
  readonly name: string;
}

export type Located =
  | { readonly kind: 'found'; readonly x: number; readonly y: number; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'covered'; readonly by: string };

/**
 * The middle of the control, once it's scrolled into view and nothing covers it. It runs in the page, so it sees nothing
 * of this file.
 */
export function locate({ role, name }: Sought): Located {
  const selectors: Record<Role, string> = {
    button: 'button:not([role]), [role=button], summary',
    link: 'a[href]',
    radio: 'input[type=radio]',
    switch: '[role=switch]',
    slider: 'input[type=range], [role=slider]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=url]',
    dialog: 'dialog[open], [role=dialog]',
    table: 'table',
    region: 'section, [role=region]',
  };
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    if (ids.length > 0) return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = (element as HTMLInputElement).labels ?? [];
    if (labels.length > 0) return [...labels].map((each) => each.textContent).join(' ');
    return (element.querySelector('caption') ?? element).textContent ?? '';
  };
  const named = [...document.querySelectorAll<HTMLElement>(selectors[role])].filter(
    (each) => nameOf(each).replace(/\s+/g, ' ').trim() === name,
  );
  if (named.length === 0) return { kind: 'missing' };
  // A radio button's own box may be invisible: its label is what a person sees.
  const targets = named.map((each) =>
    role === 'radio' || role === 'switch' ? ((each as HTMLInputElement).labels?.[0] ?? each) : each,
  );
  const index = targets.findIndex((each) => each.checkVisibility({ visibilityProperty: true }));
  const target = targets[index];
  if (target === undefined) return { kind: 'hidden' };
  const { value = '' } = (named[index] ?? {}) as { value?: string };
  target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = target.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  if (hit === null || !(target.contains(hit) || hit.contains(target))) {
    return {
      kind: 'covered',
      by: hit?.outerHTML.slice(0, 120) ?? 'nothing, since it is outside of the window',
    };
  }
  return { kind: 'found', x, y, value };
}
