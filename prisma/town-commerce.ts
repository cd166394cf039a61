import { WriteMessage } from "@/lib/commerce/thread/schema"
import { writeMessage } from "@/lib/commerce/thread/write-message"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { publishProspectRules } from "@/lib/sync/prospect-policies/change"
import type { House } from "./seed"

const day = 86_400_000

type Said = [who: "Maja" | "Tomás" | "Priya" | "Henrik", daysAgo: number, text: string]

const discussions: Record<string, Said[]> = {
  "Şahin Denizcilik Sanayi ve Ticaret A.Ş.": [
    ["Henrik", 6.1, "The address is not confirmed yet. Does anybody know them from the fair in Istanbul?"],
    ["Tomás", 5.8, "Met Emre there. The company is sound, but somebody else may have filled in the form."],
    ["Henrik", 5.7, "Then we wait for the confirmation. The reminder goes out by itself."],
  ],
  "Oyelaran Global Ventures Nigeria Limited": [
    ["Priya", 4.2, "Asked for the whole catalogue on first contact. Please look twice before we approve."],
    ["Henrik", 4, "Will do. I have asked for their register entry."],
  ],
}

/** What the demo's staff said to each other about requests, when its requests expire, and which approvals it wants two people for. */
export async function settleCommerce(house: House, now: Date): Promise<void> {
  const as = <Result>(staff: Staff, daysAgo: number, deed: (ctx: Parameters<typeof writeMessage>[0]) => Promise<Result>) =>
    inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }), new Date(now.getTime() - daysAgo * day))
  for (const [companyName, said] of Object.entries(discussions)) {
    const { id: prospectId } = await db.prospect.findFirstOrThrow({ where: { companyName }, select: { id: true } })
    for (const [who, daysAgo, text] of said)
      await as(house[who], daysAgo, (ctx) => writeMessage(ctx, WriteMessage.parse({ prospectId, text })))
  }
  await db.requestSetting.update({ where: { id: 1 }, data: { remindAfterDays: 5, expireAfterDays: 21 } })
  const rule = {
    id: newId(),
    name: "Rejected before",
    isOn: true,
    when: ["and", ["likeRejected", "yes"], ["taxId", "filled"]],
    effect: { do: "second", moves: ["approve"] },
  }
  await as(house.Henrik, 30, (ctx) =>
    publishProspectRules(ctx, { kind: "prospect_policy", draftVersion: 0, draft: { rules: [rule], settings: {} } }),
  )
}
