"use client"
import { Plus, UserCheck } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { AssignedRecord } from "./assign-record-dialog"
import type { NewOpportunityOf } from "./new-opportunity-dialog"

const AssignRecordDialog = dynamic(() => import("./assign-record-dialog").then((part) => part.AssignRecordDialog), { ssr: false })
const NewContactDialog = dynamic(() => import("./new-contact-dialog").then((part) => part.NewContactDialog), { ssr: false })
const NewOpportunityDialog = dynamic(() => import("./new-opportunity-dialog").then((part) => part.NewOpportunityDialog), { ssr: false })

type PartyCommandsProps = {
  record: AssignedRecord
  /** The account that something new is made for; null for a contact without one. */
  account: NewOpportunityOf | null
  /** Why the person cannot make contacts and opportunities. */
  refusals: { newContact: string | null; newOpportunity: string | null }
}

/** The commands of an account or a contact: **New opportunity**, on an account **New contact**, and **Assign**. */
export function PartyCommands({ record, account, refusals }: PartyCommandsProps) {
  const [opened, open] = useState<"assign" | "contact" | "opportunity" | null>(null)
  const close = () => open(null)
  const nobody = account?.contacts.length === 0 ? "This account has no contact. Make a contact first." : null
  const none = account ? null : "This contact belongs to no account."
  const plus = <Plus aria-hidden="true" />
  return (
    <>
      <Button icon={plus} reason={refusals.newOpportunity ?? none ?? nobody} onClick={() => open("opportunity")}>
        New opportunity
      </Button>
      {record.kind === "account" && (
        <Button icon={plus} reason={refusals.newContact} onClick={() => open("contact")}>
          New contact
        </Button>
      )}
      <Button icon={<UserCheck aria-hidden="true" />} reason={record.refusal} onClick={() => open("assign")}>
        Assign
      </Button>
      {opened === "assign" && <AssignRecordDialog record={record} onClose={close} />}
      {opened === "contact" && account && <NewContactDialog of={account} onClose={close} />}
      {opened === "opportunity" && account && <NewOpportunityDialog of={account} onClose={close} />}
    </>
  )
}
