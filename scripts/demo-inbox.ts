import { buffer } from "node:stream/consumers"
import { parseArgs } from "node:util"
import { SMTPServer } from "smtp-server"
import { Letters } from "./inbox/letters"
import { type Door, inboxWeb } from "./inbox/web"

const { values } = parseArgs({
  options: { "smtp-port": { type: "string", default: "1025" }, "http-port": { type: "string", default: "8025" }, keep: { type: "string" } },
})

const letters = new Letters(values.keep)
await letters.load()
const door: Door = { isShut: false }

class Shut extends Error {
  responseCode = 421
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  size: 10_000_000,
  onConnect: (_session, done) => done(door.isShut ? new Shut("Closed for a test.") : undefined),
  onMailFrom: (_address, _session, done) => done(door.isShut ? new Shut("Closed for a test.") : undefined),
  onData(stream, session, done) {
    buffer(stream)
      .then((raw) =>
        letters.receive(
          raw,
          session.envelope.rcptTo.map(({ address }) => address),
          session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
        ),
      )
      .then(() => done(), done)
  },
})
smtp.on("error", (error) => console.error(error.message))
smtp.listen(Number(values["smtp-port"]), "127.0.0.1")

const web = inboxWeb(letters, door).listen(Number(values["http-port"]), "127.0.0.1")

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    web.close()
    web.closeAllConnections()
    smtp.close(() => process.exit(0))
  })
}
