/** A width as a column may have it, in pixels. It stands alone, so that a list in the browser brings no more along. */
export const heldWidth = (width: number): number => Math.min(800, Math.max(60, width))
