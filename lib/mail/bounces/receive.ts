import { buffer } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { log } from "@/lib/platform/log"
import { noteBounce } from "./note-bounce"
import { readReport } from "./read-report"
import { mailOfReturnPath } from "./return-path"

const most = 1_000_000

class NotOurs extends Error {
  readonly responseCode = 550
}
class TooLong extends Error {
  readonly responseCode = 552
}
class NotNow extends Error {
  readonly responseCode = 451
}

/**
 * A mail server that takes nothing but reports about mails of ours, each at the address that this mail alone was sent from, and writes down what they say.
 * The report is written down before the sender is told that it was taken. Answers with the port, and how to stop.
 */
export function receiveBounces(port: number, host?: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: most,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, done) =>
      done(mailOfReturnPath(address) ? undefined : new NotOurs("5.1.1 No report is expected here")),
    onData(stream, session, done) {
      buffer(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) throw new TooLong("5.3.4 A report is not that long")
          const report = readReport(raw.toString("latin1"))
          for (const { address } of session.envelope.rcptTo) {
            const mailId = mailOfReturnPath(address)
            if (mailId) await inTransaction(theSystem, (ctx) => noteBounce(ctx, mailId, report))
          }
          log.info({ report: report.kind }, "report on a mail")
        })
        .then(
          () => done(),
          (error: unknown) => {
            if (!(error instanceof TooLong))
              log.error({ error: error instanceof Error ? error.stack : "unknown" }, "report not written down")
            done(error instanceof TooLong ? error : new NotNow("4.3.0 Try again later"))
          },
        )
    },
  })
  server.on("error", (error) => log.warn({ error: error.message }, "the receiver of reports"))
  return new Promise((ready, failed) => {
    server.server.once("error", failed)
    server.listen(port, host, () => {
      const at = server.server.address()
      ready({ port: typeof at === "object" && at ? at.port : port, stop: () => new Promise((stopped) => server.close(() => stopped())) })
    })
  })
}
