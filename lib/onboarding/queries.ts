import { storeOfProspect } from "@/lib/commerce/channels/storefront"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { openLink } from "@/lib/identity/links"
import { formatAddress } from "@/lib/platform/address"
import { db } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"
import { listQuestions } from "@/lib/sync/answer-question"
import { readPromise } from "@/lib/sync/prospect-timers/promise"
import type { RequestStatusView } from "./request-status-view"
import { standingRequest } from "./standing-request"

/** The applicant's own view of a request, by the secret of its private link; null when the link opens nothing. */
export async function getRequestStatus(token: string): Promise<RequestStatusView | null> {
  const link = await openLink(token, "request_status", new Date())
  const prospect = link?.subjectId ? await db.prospect.findUnique({ where: { id: link.subjectId } }) : null
  if (!prospect) return null
  const { standing, isMine, isMerged } = await standingRequest(db, prospect)
  const mine = isMine ? [prospect.id, standing.id] : [prospect.id]
  const [{ storeName }, questions, firstRead, mails] = await Promise.all([
    storeOfProspect(prospect.id),
    listQuestions(mine, new Date()),
    db.auditEntry.findFirst({
      where: { recordIds: { has: standing.id }, actorRole: { not: "Applicant" } },
      orderBy: { at: "asc" },
      select: { at: true },
    }),
    db.mail.findMany({
      where: { recordIds: { hasSome: mine }, toAddress: prospect.email, state: "sent" },
      orderBy: { sentAt: "desc" },
      select: { letter: true, subject: true, sentAt: true },
    }),
  ])
  // The decision is told once it can no longer be undone.
  const held = await db.decision.count({
    where: {
      prospectId: standing.id,
      kind: { in: ["win", "lose", "approve", "reject", "disqualify"] },
      undoneAt: null,
      undoableUntil: { gt: new Date() },
    },
  })
  const status = held > 0 || standing.status === "merged" ? "Pending" : prospectStatuses[standing.status]
  const wasTold = mails.some(({ letter }) => letter === "request-merged")
  const isDecided = status !== "Pending"
  return {
    storeName,
    number: prospect.number,
    status,
    firstName: prospect.firstName,
    lastName: prospect.lastName,
    companyName: prospect.companyName,
    submittedAt: prospect.submittedAt,
    emailConfirmedAt: isMine ? standing.emailConfirmedAt : prospect.emailConfirmedAt,
    together: isMerged ? { number: isMine || wasTold ? standing.number : null, isMine } : null,
    readingSince: firstRead?.at ?? null,
    decidedAt: isDecided ? standing.decidedAt : null,
    promised: isDecided ? null : await readPromise(standing, new Date()),
    reason: isDecided && isMine ? standing.decisionReason : null,
    note: isDecided && isMine ? standing.noteToApplicant : null,
    sent: [
      { label: "Name", value: fullName(prospect) },
      { label: "Email", value: prospect.typedEmail },
      { label: "Phone", value: prospect.phone ? formatPhone(prospect.phone) : "" },
      { label: "Company name", value: prospect.companyName },
      { label: "Website", value: prospect.website ?? "" },
      { label: "Tax ID", value: prospect.taxId ?? "" },
      { label: "Business address", value: formatAddress(prospect).join("\n") },
      { label: "Comments", value: prospect.comments ?? "" },
    ].filter(({ value }) => value !== ""),
    messages: mails.map(({ subject, sentAt }) => ({ subject, at: sentAt ?? prospect.submittedAt, state: "Sent" })),
    questions,
    canAnswer: status === "Pending" && (isMine ? standing.status === "pending" : true),
    canConfirm: isMine && standing.emailConfirmedAt === null && status === "Pending",
    canWithdraw: isMine && standing.status === "pending",
  }
}
