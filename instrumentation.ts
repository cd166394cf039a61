/** Runs before the first request is answered: a server that was started past the gate would serve without a policy, and believe what browsers claim. */
export function register() {
  if (!("gangwayGate" in globalThis)) throw new Error("The web is started by `npm run web`, or with `--import ./scripts/gate.mjs`.")
}
