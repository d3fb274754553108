// What service_worker.py writes before worker.js.

/** The version: a hash of all that follows. */
declare const VERSION: string
/** The files of the version, by URL in the site, with the SHA-256 of their bytes. */
declare const FILES: Record<string, string>
/** The files that are cached once a reader opens them. */
declare const ON_USE: Record<string, string>
/** The size of FILES. */
declare const BYTES: number
