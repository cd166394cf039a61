export type Filling = { filledForMs: number; honeypot: string; minimumMs: number }

/** Why a filled form is not taken for a person's: the trap field holds something, or it came back faster than anyone types. Null when it is. */
export function refusalToAccept({ filledForMs, honeypot, minimumMs }: Filling): "honeypot" | "too-fast" | null {
  if (honeypot !== "") return "honeypot"
  return filledForMs < minimumMs ? "too-fast" : null
}
