/** The types of `find-tracer.mjs`, for the TypeScript that imports it. */
export declare function findTracer(): string | undefined
export declare function ensureTracer(): Promise<string | undefined>
