/** The header, and the first paint's until it has loaded. */
import { useLoaded } from '../../ui/use-loaded.ts';
import { StandIn } from '../first-paint/stand-in.tsx';
import { loadAround } from '../load-around.tsx';
import type { HeaderProps } from './header.tsx';
// The styles of the first paint are in the page.
import './header.module.css';
import './navigation.module.css';

export function EarlyHeader(props: HeaderProps) {
  const Header = useLoaded(loadAround)?.Header;
  return <StandIn tag="header">{Header === undefined ? null : <Header {...props} />}</StandIn>;
}
