/** Joins class names; what is false, null, undefined or empty is left out. */
export const cn = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(" ")
