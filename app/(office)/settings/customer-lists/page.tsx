import type { Metadata } from "next"
import { AddCode } from "@/components/settings/code-commands"
import { CodeLists } from "@/components/settings/code-lists"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { listCodes } from "@/lib/commerce/customers/codes"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Customer value lists" }

export default async function CustomerListsPage() {
  const staff = await requireStaff("value-list:read")
  const reason = roleRefusal(staff.staffRole, "value-list:edit", "change value lists")
  return (
    <>
      <SettingsHead
        title="Customer value lists"
        path="/settings/customer-lists"
        text="What customers choose from. A code stays for good: it is renamed or archived, never deleted."
        commands={<AddCode reason={reason} />}
      />
      <CodeLists codes={await listCodes()} reason={reason} />
    </>
  )
}
