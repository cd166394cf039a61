import pino from "pino"
import { env } from "./env"

/** Structured log, one JSON line an event. Never give it an address, a name, a token or a password. */
export const log = pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
