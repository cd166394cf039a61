import type { Tx } from "@/lib/platform/db"
import type { ApprovalMove } from "@/lib/sales/approvals/rules"
import type { PartyChoice } from "../conversion/choice"
import type { QualifyLead } from "../schema"
import type { ApproveAsked } from "./decide-asked"

type Asked = { id: string; move: ApprovalMove; input: unknown }
type Company = { of: "account" | "customer"; id: string } | "new"

const used = (choice: PartyChoice<string>): Company | null =>
  choice.make === "use" ? { of: "account", id: choice.id } : choice.make === "create" ? "new" : null

/** The company that a lead or prospect becomes, as it was chosen when somebody asked; null where nobody chose. */
function companyIn({ move, input }: Asked): Company | null {
  if (move === "qualify") {
    const { accountId } = input as QualifyLead
    return accountId ? { of: "account", id: accountId } : "new"
  }
  const { choice, company } = (move === "approve" && (input as ApproveAsked).chosen) || { choice: null, company: null }
  if (choice) return used(choice.account)
  if (company?.make === "use") return { of: "customer", id: company.customerId }
  return company?.make === "create" ? "new" : null
}

/** By the id of the approval what its company is called, to be read after "Into". */
export async function readCompanies(tx: Tx, asked: readonly Asked[]): Promise<Map<string, string>> {
  const chosen = asked.flatMap((one) => {
    const company = companyIn(one)
    return company ? [{ approvalId: one.id, company }] : []
  })
  const ids = (of: "account" | "customer") => chosen.flatMap(({ company }) => (company !== "new" && company.of === of ? company.id : []))
  const select = { id: true, name: true } as const
  const rows = [
    ...(await tx.account.findMany({ where: { id: { in: ids("account") } }, select })),
    ...(await tx.customer.findMany({ where: { id: { in: ids("customer") } }, select })),
  ]
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return new Map(
    chosen.map(({ approvalId, company }) => [
      approvalId,
      company === "new" ? "a new company" : (names.get(company.id) ?? "a company that is gone"),
    ]),
  )
}
