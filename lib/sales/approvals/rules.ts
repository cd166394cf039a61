import { may } from "@/lib/identity/permissions"
import { thoseWhoMay } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import type { ApprovalMove, ApprovalState } from "@/prisma/generated/enums"
import type { Worker } from "../worker"

export type { ApprovalMove, ApprovalState }

/** What is asked for, in the words of the command, and as it follows "asks to". */
export const approvalMoves = {
  qualify: { word: "Qualify", deed: "qualify this lead" },
  disqualify: { word: "Disqualify", deed: "disqualify this lead" },
  win: { word: "Close as Won", deed: "close this opportunity as Won" },
  lose: { word: "Close as Lost", deed: "close this opportunity as Lost" },
  approve: { word: "Approve", deed: "approve this prospect" },
  reject: { word: "Reject", deed: "reject this prospect" },
} as const satisfies Record<ApprovalMove, { word: string; deed: string }>

export const approvalStates = {
  waiting: "Waiting",
  confirmed: "Confirmed",
  sent_back: "Sent back",
  taken_back: "Taken back",
  overtaken: "Overtaken",
} as const satisfies Record<ApprovalState, string>

export type JudgedApproval = {
  state: ApprovalState
  move: ApprovalMove
  askedById: string | null
  askedByName: string
  answeredByName: string | null
}

function refusalOfAnswered({ state, answeredByName }: JudgedApproval): Refusal | null {
  if (state === "waiting") return null
  const message = answeredByName ? `${answeredByName} was faster: ${approvalStates[state]}.` : `This is ${approvalStates[state]}.`
  return { code: "conflict", message }
}

const isTheirs = ({ askedById }: JudgedApproval, worker: Worker) => askedById !== null && askedById === worker.id

/** Why somebody cannot confirm or send back what another asked for. `byMove`: what the rule of the decision itself says of them. */
export function refusalToAnswer(approval: JudgedApproval, worker: Worker, byMove: Refusal | null): Refusal | null {
  const answered = refusalOfAnswered(approval)
  if (answered) return answered
  if (isTheirs(approval, worker))
    return { code: "forbidden", message: "You asked for this yourself. Somebody else who may decide it has to confirm it." }
  return byMove
}

/** Whoever asked takes it back; what a policy or a colleague asked for, those who may work anybody's. */
export function refusalToTakeBack(approval: JudgedApproval, worker: Worker): Refusal | null {
  const answered = refusalOfAnswered(approval)
  if (answered || isTheirs(approval, worker)) return answered
  if (may(worker.staffRole, "sales:work-any") || may(worker.staffRole, "prospect:approve")) return null
  const { askedByName } = approval
  const message = `${askedByName} asked for this. ${askedByName} or ${thoseWhoMay("sales:work-any")} can take it back.`
  return { code: "forbidden", message }
}

/** Why nobody decides anew what waits for a second person. */
export const waitingWords = ({ askedByName, move }: Pick<JudgedApproval, "askedByName" | "move">): string =>
  `${askedByName} asked to ${approvalMoves[move].deed}. That waits for a second person, who confirms it or sends it back.`
