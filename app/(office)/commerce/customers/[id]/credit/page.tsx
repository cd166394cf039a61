import { redirect } from "next/navigation"
import { requireStaff } from "@/lib/identity/actor"

/** Where the credit of an organization stood before all of it had a list. */
export default async function MovedCreditPage({ params }: { params: Promise<{ id: string }> }) {
  await requireStaff("credit:read")
  redirect(`/commerce/credit/${(await params).id}`)
}
