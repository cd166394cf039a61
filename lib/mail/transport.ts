import { createTransport } from "nodemailer"
import { env } from "@/lib/platform/env"

export type Transport = ReturnType<typeof openTransport>

/**
 * The way to the mail server, over a few kept connections. Content is never read from files or addresses.
 * The pool gives nothing to a second connection by itself: whether a letter is tried again is for the ledger to say.
 */
export function openTransport(url = env().SMTP_URL) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  })
}
