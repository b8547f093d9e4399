/** What makes things move, as a part of the page that is fetched once the stage stands. */
export { domAnimation } from 'framer-motion';
