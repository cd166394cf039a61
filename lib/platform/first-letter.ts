/** Words that begin with a capital. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Words that begin with a small letter. */
export const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
