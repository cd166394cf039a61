import { Problem } from "./problem"

/** More than this no call has to say. */
export const mostBytes = 16_384

const tooLarge = () =>
  new Problem(413, "body_too_large", "The body is too large", `A body may have ${mostBytes} bytes at most.`, {
    headers: { connection: "close" },
  })

/** The JSON of a request, read no further than it may be long. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json")
    throw new Problem(415, "unsupported_media_type", "The body is not JSON", "Send the body as application/json.")
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge()
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, "malformed_json", "The body cannot be read", "The body is no JSON.")
  }
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader()
  if (!reader) return ""
  const pieces: Uint8Array[] = []
  let length = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.byteLength
    if (length > mostBytes) {
      await reader.cancel()
      throw tooLarge()
    }
    pieces.push(piece.value)
  }
  return Buffer.concat(pieces).toString("utf8")
}
