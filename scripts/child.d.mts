type Output = { env: NodeJS.ProcessEnv; logFile: string }

/** The last lines of a log file. */
export function tail(file: string, lines?: number): string

/** Runs one of the project's programs on this Node to its end; rejects with the end of its output when it fails. */
export function run(args: string[], output: Output): Promise<void>

/** Keeps one of the project's programs running: when it dies it is started again, each time after a longer pause. */
export function keepRunning(
  name: string,
  args: string[],
  output: Output & { shown?: boolean; say?: (text: string) => void },
): { pid(): number | undefined; stop(): Promise<void> }

/** Waits until an address answers without a server's error; rejects after `withinMs`. */
export function answers(url: string, withinMs?: number): Promise<void>
