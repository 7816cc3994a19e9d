/** The types of `find-proxy.mjs`, for the TypeScript that imports it. */
export declare function findProxy(name: 'nginx' | 'caddy'): string | undefined
export declare function ensureProxies(): Promise<void>
