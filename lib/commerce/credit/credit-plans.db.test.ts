import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { plansOf } from "@/lib/testing-plans"
import { getAuthorization } from "./get-authorization"
import { getCreditDetail } from "./queries"
import { aCreditor, ask, type Creditor, noon } from "./testing-credit"

let creditor: Creditor

/** An organization whose shop has asked forty thousand times, and another. */
beforeAll(async () => {
  creditor = await aCreditor()
  const other = await aCreditor()
  await ask(creditor, 5)
  await ask(other, 5)
  await db.$executeRaw`
    insert into commerce.credit_authorization (id, credit_id, member_id, key_id, reference, amount, held, captured, ordered, is_over, month, created_at, expires_at)
    select gen_random_uuid(), credit_id, member_id, key_id, 'Order ' || n, 5, 0, 5, 5, false, month, created_at - n * interval '1 hour', expires_at
    from commerce.credit_authorization, generate_series(1, 40000) as n`
  await db.$executeRaw`
    insert into commerce.credit_entry (credit_id, authorization_id, member_id, kind, amount, at, by_name)
    select credit_id, id, member_id, 'authorize', amount, created_at, 'Shop' from commerce.credit_authorization`
  await db.$executeRaw`analyze commerce.credit_authorization, commerce.credit_entry`
}, 60_000)

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] }
const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

test("what the credit page and the API read walks over no ledger, and sorts none", async () => {
  const plans = await plansOf(async () => {
    await getCreditDetail(creditor.organizationId, noon)
    await getAuthorization(creditor.memberId, noon)
  })
  const sins = plans.flatMap(({ text, plan }) =>
    nodes(plan)
      .filter((node) => node["Node Type"] === "Seq Scan" && /^credit_(entry|authorization)$/.test(node["Relation Name"] ?? ""))
      .map(() => text),
  )
  expect(plans.length).toBeGreaterThan(5)
  expect(sins).toEqual([])
}, 30_000)
