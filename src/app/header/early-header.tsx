/** The header, and the first paint's until it has loaded. */
import { useHasViewText } from '../../features/text-context.ts';
import { HEADER, StandIn } from '../first-paint/stand-in.tsx';
import { useAround } from '../load-around.tsx';
import type { HeaderProps } from './header.tsx';
// The styles of the first paint are in the page.
import './header.module.css';
import './navigation.module.css';

export function EarlyHeader(props: HeaderProps) {
  const Header = useAround()?.Header;
  const hasText = useHasViewText();
  return <StandIn find={HEADER}>{Header !== undefined && hasText ? <Header {...props} /> : null}</StandIn>;
}
