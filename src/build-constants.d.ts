/**
 * Whether this build has the pseudo-locale `?lang=qps`: in development, and in builds that the tests make. Vite puts the
 * value in. Node, which loads some modules for tests, doesn't define it.
 */
declare const __PSEUDO_LOCALE__: boolean | undefined;
