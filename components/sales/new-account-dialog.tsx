"use client"
import { Plus } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { TypedFields } from "@/components/shell/edit/typed-fields"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { newAccount } from "@/lib/sales/actions"
import { useMade } from "./use-made"

const keys = ["name", "website", "taxId", "email", "phone", "city", "country"] as const

/** **New account**: a company that Sales knows without a lead. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const made = useMade("account")
  return (
    <CommandDialog
      title="New account"
      icon={<Plus aria-hidden="true" />}
      busyWord="Making"
      width="wide"
      sentence="Makes an account that is yours. It becomes a customer in Commerce when a lead is qualified with it."
      action={newAccount}
      hidden={{}}
      onClose={onClose}
      news={made}
    >
      {(errors) => <TypedFields editables={accountEditables} keys={keys} errors={errors} />}
    </CommandDialog>
  )
}
