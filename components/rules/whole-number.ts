/** What was typed for a whole number: the number, or the text as long as it is none. Shown by `String`. */
export function wholeNumber(typed: string): number | string {
  const text = typed.trim().replace("−", "-")
  return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : typed
}
