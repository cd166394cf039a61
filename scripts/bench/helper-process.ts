import { fork } from "node:child_process"
import { join } from "node:path"

/** A process of this folder that answers one question at a time. It dies with this one. */
export function startHelper<Question extends object, Answer>(file: string, env: Record<string, string>) {
  const child = fork(join(import.meta.dirname, file), { env: { ...process.env, ...env }, execArgv: ["--import", "tsx"] })
  return {
    ask(question: Question): Promise<Answer> {
      return new Promise((answer, failed) => {
        const gone = (code: number | null) => failed(new Error(`${file} ended with ${code}`))
        child.once("exit", gone)
        child.once("message", (message) => {
          child.off("exit", gone)
          answer(message as Answer)
        })
        child.send(question)
      })
    },
    stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      return new Promise((done) => {
        child.once("exit", () => done())
        child.disconnect()
      })
    },
  }
}
