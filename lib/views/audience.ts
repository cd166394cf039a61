import { roleName, type StaffRole } from "@/lib/identity/permissions"
import type { ViewScope } from "./rules"
import type { Audience } from "./schema"

/** Who sees a view, as it is stored. */
export const scopeOf = (audience: Audience): { scope: ViewScope; role: StaffRole | null } =>
  audience === "personal" || audience === "shared" ? { scope: audience, role: null } : { scope: "role", role: audience }

/** Who sees a view, as one chooses it. */
export const audienceOf = ({ scope, role }: { scope: ViewScope; role: StaffRole | null }): Audience =>
  scope === "role" && role ? role : scope === "shared" ? "shared" : "personal"

/** Who sees a view, as people read it. */
export const audienceWord = (audience: Audience): string =>
  audience === "personal" ? "Only me" : audience === "shared" ? "Everybody" : `Default of ${roleName(audience)}`
