/** A bar on one line of the terminal that moves step by step; where there is no terminal, one line at the end. */
export function progress(title: string, steps: number) {
  const startedAt = Date.now()
  let done = 0
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  return {
    step(name: string) {
      const bar = "█".repeat(Math.round((done / steps) * 24)).padEnd(24, "·")
      done++
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${title} ${bar} ${seconds()} ${name}`)
    },
    done() {
      process.stderr.write(`${process.stderr.isTTY ? "\r\x1b[K" : ""}${title}: ${seconds()}\n`)
    },
  }
}
