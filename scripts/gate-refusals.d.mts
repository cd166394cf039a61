import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http"

type Refusal = { status: number; text: string; allow?: string }

/** What is refused before anything looks at it; null for what goes on. */
export function refusalAtGate(asked: { method?: IncomingMessage["method"]; headers: IncomingHttpHeaders }, path: string): Refusal | null

/** Answers with the refusal; the body is kept nowhere. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void
