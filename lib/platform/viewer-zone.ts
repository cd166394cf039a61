/** What is known of the one who asks, while a request is answered; kept by the gate that every request passes (`scripts/gate.mjs`). */
type Asking = { zone?: string }

declare global {
  var gangwayAsking: { getStore(): Asking | undefined } | undefined
}

const inBrowser: Asking = {}
const asking = (): Asking | undefined => globalThis.gangwayAsking?.getStore() ?? (typeof window === "undefined" ? undefined : inBrowser)

/** The zone in which whoever looks reads times, or undefined where nobody is known to look: in the worker, in an answer of the API. */
export const knownZone = (): string | undefined => asking()?.zone

/** The zone in which whoever looks reads times; UTC where nobody is known to look. */
export const viewerZone = (): string => knownZone() ?? "UTC"

/** From now on whoever asks, or this browser, reads times in that zone. */
export function tellZone(zone: string): void {
  const who = asking()
  if (who) who.zone = zone
}
