import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { groupBy } from "@/lib/platform/group-by"
import { attempt } from "@/lib/platform/savepoint"
import { approvalMoves } from "@/lib/sales/approvals/rules"
import { type Approval, type By, confirmOne, sendBackOne, tell } from "./answer-approval"
import type { ApprovalRefs, SendBackMany } from "./schema"

/** What came of many answers: how many were given, and why the others wait on. */
export type Answered = { done: number; left: string[] }

/** A transaction ends after fifteen seconds, and with it all that was answered; so many are answered as there is time for long before. */
const enoughMs = 5000
const noTime = "It waits on: answer the others again."

type Timer = () => number
const running: Timer = () => performance.now()

/**
 * The second person confirms many at once, each as if it were the only one: what is refused waits on and says why, and the others are decided. So does what there
 * was no time for.
 */
export const confirmApprovals = (ctx: By, { approvalIds }: ApprovalRefs, timer = running): Promise<Answered> =>
  answerEach(
    ctx,
    approvalIds,
    timer,
    async (inner, id) => (await confirmOne(inner, id)).approval,
    ({ move }, count) => `Confirmed: ${approvalMoves[move].word}${count > 1 ? `, ${count} of them` : ""}.`,
  )

/** The same for sending back, with one reason for all. */
export const sendBackApprovals = (ctx: By, { approvalIds, reason }: SendBackMany, timer = running): Promise<Answered> =>
  answerEach(
    ctx,
    approvalIds,
    timer,
    (inner, id) => sendBackOne(inner, id, reason),
    (_, count) => `Sent back${count > 1 ? `, ${count} of them` : ""}: ${reason}`,
  )

async function answerEach(
  ctx: By,
  ids: readonly string[],
  timer: Timer,
  answerOne: (inner: By, id: string) => Promise<Approval>,
  words: (first: Approval, count: number) => string,
): Promise<Answered> {
  const [answered, left]: [Approval[], { label: string; message: string }[]] = [[], []]
  const begunAt = timer()
  const isTimeUp = () => answered.length > 0 && timer() - begunAt >= enoughMs
  // In one order, so that two who answer the same ones wait for each other.
  for (const id of [...new Set(ids)].sort()) {
    if (isTimeUp()) {
      left.push({ label: await labelOf(ctx, id), message: noTime })
      continue
    }
    const { result, refused } = await attempt(ctx, (inner) => answerOne(inner, id))
    if (result) answered.push(result)
    else left.push({ label: await labelOf(ctx, id), message: refused.message })
  }
  const [first] = left
  if (answered.length === 0 && first) insist({ code: "conflict", message: first.message })
  tellOnce(ctx, answered, words)
  return { done: answered.length, left: left.map(({ label, message }) => `${label}: ${message}`) }
}

const labelOf = async ({ tx }: Pick<Ctx, "tx">, id: string): Promise<string> =>
  (await tx.approval.findUnique({ where: { id }, select: { label: true } }))?.label ?? "One that is gone"

/** Whoever asked for several hears of them once. */
function tellOnce(ctx: By, answered: readonly Approval[], words: (first: Approval, count: number) => string): void {
  for (const theirs of groupBy(answered, ({ askedById, move }) => `${askedById} ${move}`).values()) {
    const [first] = theirs
    if (first) tell(ctx, first, words(first, theirs.length))
  }
}
