type Method = "debug" | "log" | "info" | "warn" | "error"

/** What was said on the console as one line of JSON, as the product's own log writes its lines. */
export function logLine(method: Method, said: unknown[], at?: Date): string

/** From now on whatever this process says on its console is a line of JSON. */
export function logInLines(): void
