import { Server } from "node:http"
import { hostname } from "node:os"

// What `npm run web` runs, and what the house runs in production: the built server, told the truth about who calls.

/** Only a proxy of ours may say for whom it asks; what a browser claims of itself is overwritten. */
function tellTheTruth(request) {
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? ""
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip", "forwarded"]) delete request.headers[name]
}

if (process.env.TRUST_PROXY !== "1") {
  const { emit } = Server.prototype
  Server.prototype.emit = function emitTruth(event, ...given) {
    if (event === "request" || event === "upgrade") tellTheTruth(given[0])
    return emit.call(this, event, ...given)
  }
}

// Shells and containers set HOSTNAME to the machine's own name: that is no wish of anybody's.
if (process.env.HOSTNAME === hostname()) delete process.env.HOSTNAME
process.env.NEXTAUTH_URL ??= process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`

await import("../.next/standalone/server.js")
