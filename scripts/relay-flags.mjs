/**
 * What Node is told when it runs the relay. A young generation of 4 MB: at V8's own size it grows once to 48 MB while the first few
 * thousand connect, 18 KB for each of 2,000; so it is 5, and an update costs no more (decision 32).
 */
export const RELAY_FLAGS = ['--max-semi-space-size=4']
