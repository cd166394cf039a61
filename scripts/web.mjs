import { hostname } from "node:os"
import "./gate.mjs"
import { logInLines } from "./log-lines.mjs"

// What `npm run web` runs, and what the house runs in production: the built server behind the gate.

logInLines()

// Shells and containers set HOSTNAME to the machine's own name: that is no wish of anybody's.
if (process.env.HOSTNAME === hostname()) delete process.env.HOSTNAME
process.env.NEXTAUTH_URL ??= process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`

await import("../.next/standalone/server.js")
