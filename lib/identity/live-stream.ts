import type { Staff } from "./actor"
import { type LiveEvent, liveHub } from "./live-hub"

const headers = {
  "content-type": "text/event-stream",
  // Neither a proxy nor the server's own compression may hold a line back.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
}

const encoder = new TextEncoder()
const written = ({ name, data }: LiveEvent) => encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

/** Server-sent events to one open page, which may show a record, until it goes or its session ends. */
export function liveStream(staff: Staff, page: { recordId: string | null; ageMs: number }, gone: AbortSignal): Response {
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      const close = () => {
        if (!isOpen) return
        isOpen = false
        leave()
        controller.close()
      }
      const send = (event: LiveEvent) => {
        if (isOpen) controller.enqueue(written(event))
      }
      const { sessionId, id: personId, name, staffRole: role } = staff
      controller.enqueue(encoder.encode("retry: 2000\n\n"))
      leave = liveHub().join({ sessionId, personId, name, role, recordId: page.recordId, send, close }, page.ageMs)
      gone.addEventListener("abort", close, { once: true })
      if (gone.aborted) close()
    },
    cancel: () => leave(),
  })
  return new Response(body, { headers })
}
