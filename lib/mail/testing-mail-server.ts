import { buffer } from "node:stream/consumers"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import { openTransport } from "./transport"

/** What the server answers to each recipient; undefined takes the letter. */
type Answer = { code: number; text: string } | undefined

/** A real SMTP server on loopback for tests: keeps what it took, and answers as it is told. */
export async function startMailServer() {
  const received: ParsedMail[] = []
  /** The senders of the envelopes, in order. */
  const envelopes: string[] = []
  const told: { answer: Answer } = { answer: undefined }
  const listen = (port: number) =>
    new Promise<SMTPServer>((ready) => {
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["AUTH", "STARTTLS"],
        disableReverseLookup: true,
        closeTimeout: 50,
        onRcptTo: (_address, _session, done) => {
          const { answer } = told
          done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }))
        },
        onData(stream, { envelope }, done) {
          envelopes.push(envelope.mailFrom ? envelope.mailFrom.address : "")
          buffer(stream)
            .then((raw) => simpleParser(raw))
            .then((letter) => received.push(letter))
            .then(() => done(), done)
        },
      })
      server.on("error", () => {})
      server.listen(port, "127.0.0.1", () => ready(server))
    })

  let server = await listen(0)
  const address = server.server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const transport = openTransport(`smtp://127.0.0.1:${port}`)
  const down = () => new Promise<void>((closed) => server.close(() => closed()))
  return {
    received,
    envelopes,
    transport,
    answer(answer: Answer) {
      told.answer = answer
    },
    down,
    async up() {
      server = await listen(port)
    },
    async stop() {
      transport.close()
      await down()
    },
  }
}
