import type { Actor } from "@/lib/platform/context"
import { roleName, type StaffRole } from "./permissions"

/** Somebody who can sign in. */
export type Person = { id: string; name: string; email: string; staffRole: StaffRole | null }

/** A person as the one who acts, where no place with a partner is asked for. */
export const actorOf = ({ id, name, staffRole }: Pick<Person, "id" | "name" | "staffRole">): Actor =>
  staffRole ? { kind: "staff", id, name, role: roleName(staffRole) } : { kind: "partner", id, name, role: "Partner" }
