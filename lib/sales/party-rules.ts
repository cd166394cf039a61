import type { Refusal } from "@/lib/platform/errors"
import { type Owned, refusalByOwner, refusalByRole, refusalToGive, type Worker } from "./worker"

export function refusalToEditAccount(account: Owned, worker: Worker): Refusal | null {
  return refusalByRole(worker, "account:edit", "edit accounts") ?? refusalByOwner(worker, account, "edit it")
}

export function refusalToEditContact(contact: Owned, worker: Worker): Refusal | null {
  return refusalByRole(worker, "contact:edit", "edit contacts") ?? refusalByOwner(worker, contact, "edit it")
}

/** `to` is the new owner; null asks whether the worker may assign at all. */
export function refusalToAssignAccount(account: Owned, worker: Worker, to: string | null): Refusal | null {
  return refusalByRole(worker, "account:edit", "assign accounts") ?? refusalToGive(worker, account, to, "an account")
}

/** `to` is the new owner; null asks whether the worker may assign at all. */
export function refusalToAssignContact(contact: Owned, worker: Worker, to: string | null): Refusal | null {
  return refusalByRole(worker, "contact:edit", "assign contacts") ?? refusalToGive(worker, contact, to, "a contact")
}
