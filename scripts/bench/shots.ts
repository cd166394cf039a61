import { newId } from "@/lib/platform/ids"
import type { Party } from "./credit-parties"

/** What is fired at a web, plain enough to be handed to another process. */
export type Shot =
  | { kind: "page"; path: string; headers: Record<string, string> }
  | { kind: "form"; path: string; headers: Record<string, string>; parts: Record<string, string> }
  | { kind: "insert"; path: string; headers: Record<string, string> }
  | { kind: "authorize"; path: string; headers: Record<string, string>; parties: readonly Party[] }

const boundary = "----gangway-bench"

/** Another applicant each time: own key, own company, own address. */
function applicant() {
  const submissionKey = newId()
  const slug = submissionKey.slice(-12)
  return {
    submissionKey,
    firstName: "Ana",
    lastName: "Silva",
    email: `ana.silva@atlantico-${slug}.example`,
    phone: "+351265548210",
    companyName: `Atlântico Náutica ${slug}, Lda.`,
    website: `https://atlantico-${slug}.example`,
    country: "PT",
    street: "Rua do Porto de Pesca 114",
    city: "Setúbal",
    postalCode: "2900-213",
    comments: "We supply yacht yards and the fishing fleet.",
  }
}

function formBody(parts: Record<string, string>): string {
  const fields = Object.entries({ ...parts, ...applicant(), taxId: "", street2: "", agree: "on" })
  const lines = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return `${lines.join("")}--${boundary}--\r\n`
}

/** The columns that a request fills, as the bare route inserts them. */
function insertBody(): string {
  const request = applicant()
  const number = `BARE-${request.submissionKey}`
  const searchText =
    `${request.companyName} ${request.firstName} ${request.lastName} ${request.email} ${request.phone} ${number}`.toLowerCase()
  return JSON.stringify({
    ...request,
    typedEmail: request.email,
    number,
    searchText,
    consentVersion: "1",
    fingerprint: request.submissionKey,
  })
}

/** An address of somebody else each time. The limits count by address, and one address would make all wait for one row. */
function somewhere(): string {
  const part = () => Math.floor(Math.random() * 256)
  return `10.${part()}.${part()}.${part()}`
}

/** A small order of some partner's user. */
function orderBody(parties: readonly Party[]): string {
  const party = parties[Math.floor(Math.random() * parties.length)]
  return JSON.stringify({ organization: party?.organizationId, user: party?.memberId, amount: 1, currency: "EUR", reference: "Order" })
}

/** The body of one shot and the headers that go with it. */
export function loadShot(shot: Shot): { headers: Record<string, string>; body?: string } {
  if (shot.kind === "page") return { headers: {} }
  if (shot.kind === "insert") return { headers: { "content-type": "application/json" }, body: insertBody() }
  if (shot.kind === "authorize")
    return { headers: { "content-type": "application/json", "idempotency-key": newId() }, body: orderBody(shot.parties) }
  const type = `multipart/form-data; boundary=${boundary}`
  return { headers: { "content-type": type, "x-forwarded-for": somewhere() }, body: formBody(shot.parts) }
}

/** Whether an answer is the one that was hoped for. */
export function isHit(shot: Shot, status: number, location: string | undefined): boolean {
  if (shot.kind === "page") return status === 200
  if (shot.kind === "insert" || shot.kind === "authorize") return status === 201
  return status === 303 && new URL(location ?? "/", "http://any").pathname === "/request/received"
}
