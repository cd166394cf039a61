import { AsyncLocalStorage } from "node:async_hooks"
import { randomBytes } from "node:crypto"
import { Server } from "node:http"
import { refusalAtGate, refuse } from "./gate-refusals.mjs"
import { contentPolicy, hasOwnPolicy, pageHeaders, pathHeader } from "./page-headers.mjs"

// What every request passes before Next has it. Imported before the server is made, by `npm run web` and by `npm run dev`.
// Next's own place for this, `proxy.ts`, costs a page a tenth of its time and holds the bytes of every form a second time.

const isDev = process.env.NODE_ENV === "development"
const isSecure = process.env.APP_URL?.startsWith("https:") ?? false
const trustsProxy = process.env.TRUST_PROXY === "1"

/** Only a proxy of ours may say for whom it asks; what a browser claims of itself is overwritten. */
function tellTheTruth({ headers, socket }) {
  headers["x-forwarded-for"] = socket.remoteAddress ?? ""
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip", "forwarded"]) delete headers[name]
}

/** The path and the query that were asked for, without what Next's router adds; the start for what is no address at all. */
function askedFor(url) {
  if (!URL.canParse(`http://gate${url}`)) return { path: "/", search: "" }
  const { pathname: path, searchParams, search } = new URL(`http://gate${url}`)
  if (!searchParams.has("_rsc")) return { path, search }
  searchParams.delete("_rsc")
  return { path, search: searchParams.size > 0 ? `?${searchParams}` : "" }
}

const isFile = (path) => path.startsWith("/_next/static/") || path === "/icon.svg"

/** Gives every answer the headers that fit its path, and every page a policy with a nonce of its own. Who may see it is asked by the page itself. Returns the path. */
function dress(request, response) {
  const { path, search } = askedFor(request.url)
  if (isFile(path)) return path
  const policy = contentPolicy(randomBytes(16).toString("base64"), isDev)
  request.headers["content-security-policy"] = policy
  request.headers[pathHeader] = path + search
  if (!hasOwnPolicy(path)) response.setHeader("content-security-policy", policy)
  for (const [name, value] of pageHeaders(path, isSecure)) response.setHeader(name, value)
  return path
}

// What becomes known of the one who asks while the answer is made. Next renders a page twice, by two copies of the same modules, and both find it here.
const asking = new AsyncLocalStorage()
globalThis.gangwayAsking = asking

const { emit } = Server.prototype
Server.prototype.emit = function emitThroughGate(event, ...given) {
  if (!trustsProxy && (event === "request" || event === "upgrade")) tellTheTruth(given[0])
  if (event !== "request") return emit.call(this, event, ...given)
  const refusal = refusalAtGate(given[0], dress(given[0], given[1]))
  if (refusal) {
    refuse(given[0], given[1], refusal)
    return true
  }
  return asking.run({}, () => emit.call(this, event, ...given))
}

/** `instrumentation.ts` looks for it: nothing is served without the gate. */
globalThis.gangwayGate = true
