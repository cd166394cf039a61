declare module "autocannon" {
  import type { EventEmitter } from "node:events"

  export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    duration: number
    timeout: number
    headers: Record<string, string>
    requests: {
      method: "GET" | "POST"
      path: string
      setupRequest?: (request: Sent) => Sent
      onResponse?: (status: number, body: string, context: object, headers: Record<string, string>) => void
    }[]
  }
  type Instance = EventEmitter & {
    on(event: "response", listener: (client: object, status: number, bytes: number, timeMs: number) => void): Instance
  }
  type Outcome = { duration: number; errors: number; timeouts: number }

  export default function autocannon(options: Options, done: (error: Error | null, outcome: Outcome) => void): Instance
}
