import { type MoveName, moveWords } from "@/lib/platform/move-words"

/** The parts of the house that the audit is filtered by. */
export const auditAreas = { sales: "Sales", commerce: "Commerce", people: "People and access", settings: "Settings" } as const

export type AuditArea = keyof typeof auditAreas

/** Where a move belongs, by the first word of its name; what is not named here is of Settings. */
const areaOf: Record<string, AuditArea> = {
  ...Object.fromEntries(
    [
      "lead",
      "opportunity",
      "account",
      "contact",
      "duplicate",
      "competitor",
      "decision",
      "approval",
      "policy",
      "run",
      "stakeholder",
      "step",
    ].map((noun) => [noun, "sales" as const]),
  ),
  ...Object.fromEntries(["note", "task", "phone_call", "appointment", "message"].map((noun) => [noun, "sales" as const])),
  ...Object.fromEntries(
    ["request", "prospect", "customer", "code", "hierarchy", "outlet", "member", "credit", "channel"].map((noun) => [
      noun,
      "commerce" as const,
    ]),
  ),
  ...Object.fromEntries(["staff", "role", "password", "list", "audit"].map((noun) => [noun, "people" as const])),
}

/** The moves of an area. */
export const movesOf = (area: AuditArea): MoveName[] =>
  (Object.keys(moveWords) as MoveName[]).filter((move) => (areaOf[move.split(".")[0] ?? ""] ?? "settings") === area)
