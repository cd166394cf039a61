import type { Refusal } from "@/lib/platform/errors"
import { type Owned, refusalByOwner, refusalByRole, type Worker } from "./worker"

export function refusalToEditAccount(account: Owned, worker: Worker): Refusal | null {
  return refusalByRole(worker, "account:edit", "edit accounts") ?? refusalByOwner(worker, account, "edit it")
}

export function refusalToEditContact(contact: Owned, worker: Worker): Refusal | null {
  return refusalByRole(worker, "contact:edit", "edit contacts") ?? refusalByOwner(worker, contact, "edit it")
}
