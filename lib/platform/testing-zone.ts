import { AsyncLocalStorage } from "node:async_hooks"

const asking = new AsyncLocalStorage<{ zone?: string }>()

/** Does the work as an answer to somebody who reads times in that zone, as the gate and the session see to it on the web. */
export function inZone<Result>(zone: string, work: () => Result): Result {
  globalThis.gangwayAsking = asking
  return asking.run({ zone }, work)
}
