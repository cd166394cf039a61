import type { Refusal } from "@/lib/platform/errors"

export type JudgedChannel = { name: string; isDefault: boolean; archivedAt: Date | null }

/** An archived storefront takes no requests and is not the default. */
export function refusalToMakeDefault({ name, isDefault, archivedAt }: JudgedChannel): Refusal | null {
  if (isDefault) return { code: "conflict", message: `${name} is the default already.` }
  if (archivedAt) return { code: "conflict", message: `${name} is archived. Bring it back first.` }
  return null
}

/** Requests that wait do not keep a storefront from being archived: it closes its form, and they are decided all the same. */
export function refusalToArchive({ name, isDefault, archivedAt }: JudgedChannel): Refusal | null {
  if (archivedAt) return { code: "conflict", message: `${name} is archived already.` }
  if (isDefault)
    return { code: "conflict", message: `${name} is the default: its form stands at /request. Make another channel the default first.` }
  return null
}

export function refusalToBringBack({ name, archivedAt }: JudgedChannel): Refusal | null {
  return archivedAt ? null : { code: "conflict", message: `${name} is not archived.` }
}
