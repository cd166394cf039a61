import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { Letters } from "./letters"
import { letterHtml, letterPage, listPage, missingPage } from "./pages"

export type Door = { isShut: boolean }

const own =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; base-uri 'none'"
const strangers =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'"

function html(response: ServerResponse, body: string, status = 200, policy = own): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-store" })
    .end(body)
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body))
}

/** Any page in the same browser may call a loopback address; only ours, and programs, which send no Origin, may change something. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? "")
  return !isLoopback || (origin !== undefined && origin !== `http://${host}`)
}

/**
 * The demo inbox's pages (`/`, `/letters/7`) and its interface for tests: `GET /api/messages?to=`,
 * `DELETE /api/messages`, `POST /api/refuse?on=1` and `on=0`, which shuts and opens the SMTP door.
 */
export function inboxWeb(letters: Letters, door: Door) {
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://inbox")
    if (isForeign(request)) return response.writeHead(403).end()
    const [, id, part] = url.pathname.match(/^\/letters\/(\d+)(\/html)?$/) ?? []
    const letter = id ? letters.get(Number(id)) : undefined
    switch (`${request.method} ${url.pathname}`) {
      case "GET /":
        return html(response, listPage(letters.list()))
      case "GET /api/messages":
        return json(response, letters.list(url.searchParams.get("to") ?? undefined))
      case "DELETE /api/messages":
        await letters.clear()
        return json(response, { ok: true })
      case "POST /api/refuse":
        door.isShut = url.searchParams.get("on") === "1"
        return json(response, { ok: true, refusing: door.isShut })
    }
    if (!letter || request.method !== "GET") return html(response, missingPage(), 404)
    return part ? html(response, letterHtml(letter), 200, strangers) : html(response, letterPage(letter))
  })
}
