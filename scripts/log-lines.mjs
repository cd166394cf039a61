import { format, stripVTControlCharacters } from "node:util"

const levels = { debug: 20, log: 30, info: 30, warn: 40, error: 50 }

/** What was said on the console as one line of JSON, as the product's own log writes its lines. Of an error stand its name, its words and where it came from, and nothing that it carries. */
export function logLine(method, said, at = new Date()) {
  const error = said.find((one) => one instanceof Error)
  const told = said.filter((one) => one !== error).map((one) => (one instanceof Error ? one.message : one))
  const msg = stripVTControlCharacters(format(...told)).trim() || (error?.message ?? "")
  const { name, message, stack, digest } = error ?? {}
  return JSON.stringify({
    level: levels[method],
    time: at.toISOString(),
    ...(error ? { error: { name, message, stack, ...(digest ? { digest } : {}) } } : {}),
    msg,
  })
}

/** From now on whatever this process says on its console is a line of JSON; blank lines are left out. */
export function logInLines() {
  for (const method of Object.keys(levels)) {
    console[method] = (...said) => {
      if (said.some((one) => one !== "")) process.stdout.write(`${logLine(method, said)}\n`)
    }
  }
}
