/** The types of `find-redis.mjs`, for the TypeScript that imports it. */
export declare function findRedis(): string | undefined
export declare function ensureRedis(): Promise<string | undefined>
