/** The header in which a page is told its own path. */
export const pathHeader: string

/** The content security policy of one answer. Next reads the nonce out of it and puts it on its own scripts. */
export function contentPolicy(nonce: string, isDev: boolean): string

/** Files that people uploaded: their route gives them a stricter policy, which this one would take the place of. */
export function hasOwnPolicy(path: string): boolean

/** The other security headers of a path; `isSecure` says that the site is served over TLS. */
export function pageHeaders(path: string, isSecure: boolean): [name: string, value: string][]
