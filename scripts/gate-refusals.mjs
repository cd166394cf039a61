/** What pages answer to; files are put to routes of their own. */
const ofPages = ["GET", "HEAD", "POST", "OPTIONS"]
const ofRoutes = [...ofPages, "PUT"]
/** More no form of a page has to say. Next would read it first, and call it an error of the server. */
const mostOfAForm = 1_048_576

const isApi = (path) => path.startsWith("/api/")

/** Whether the signs of an address are what they say they are: %C3%A9 is a letter, %FF is none. */
function isReadable(path) {
  try {
    return !decodeURIComponent(path).includes("\0")
  } catch {
    return false
  }
}

/** Whether a form comes from another site's page. Next would call that an error of the server; the action itself asks for the one Origin that may act. */
function isForeign({ origin, host, "x-forwarded-host": forwarded }) {
  if (origin === undefined) return false
  const from = URL.canParse(origin) ? new URL(origin).host : null
  return from !== (forwarded?.split(",")[0].trim() ?? host)
}

/** What is refused before anything looks at it: the status and a sentence; null for what goes on. */
export function refusalAtGate({ method, headers }, path) {
  const methods = isApi(path) ? ofRoutes : ofPages
  if (!methods.includes(method)) return { status: 405, text: "This address does not answer to that method.", allow: methods.join(", ") }
  if (!isReadable(path)) return { status: 400, text: "This address cannot be read." }
  if (method !== "POST" || isApi(path)) return null
  if (isForeign(headers)) return { status: 403, text: "This request did not come from this site. Reload the page and try again." }
  if (Number(headers["content-length"] ?? 0) > mostOfAForm)
    return { status: 413, text: "This is more than a form can take. Go back, shorten it, and send it again." }
  return null
}

/** So much is let run by, since who is cut off while sending reads no answer. */
const mostLetBy = 32 * mostOfAForm

/** Answers with the refusal; the body is kept nowhere. */
export function refuse(request, response, { status, text, allow }) {
  const isHuge = !(Number(request.headers["content-length"] ?? 0) <= mostLetBy)
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    ...(isHuge ? { connection: "close" } : {}),
    ...(allow ? { allow } : {}),
  })
  response.end(text)
  if (!isHuge) request.resume()
}
