/** The types of `find-browser.mjs`, for the TypeScript that imports it. */
export declare function findBrowser(): string | undefined
export declare function ensureBrowser(): Promise<string | undefined>
