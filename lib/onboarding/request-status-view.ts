import type { Promised } from "@/lib/sync/prospect-timers/promise"

/** A request as its applicant sees it. Times are those of the move that is named. */
export type RequestStatusView = {
  /** The store at which it was sent. */
  storeName: string
  number: string
  status: "Pending" | "Approved" | "Rejected" | "Withdrawn"
  firstName: string
  lastName: string
  companyName: string
  submittedAt: Date
  emailConfirmedAt: Date | null
  /** Set where it is handled together with another request, which decides for both. Its number is for whoever sent that one too, or was told it by a letter. */
  together: { number: string | null; isMine: boolean } | null
  /** Since when somebody has it on the desk. */
  readingSince: Date | null
  decidedAt: Date | null
  /** By when it is decided; null once it is, and while the clock stands. */
  promised: Promised
  reason: string | null
  /** What the store wrote to the applicant with its decision. */
  note: string | null
  /** What was sent, as label and text; lines of an address are parted by "\n". */
  sent: { label: string; value: string }[]
  /** Letters to the applicant, newest first; `state` is its word, e.g. "Sent". */
  messages: { subject: string; at: Date; state: string }[]
  /** What was asked, the oldest first, with the answer once it was given; `text` is plain, lines parted by "\n". */
  questions: { id: string; subject: string; text: string; askedAt: Date; answer: string | null; answeredAt: Date | null }[]
  canAnswer: boolean
  canConfirm: boolean
  canWithdraw: boolean
}
