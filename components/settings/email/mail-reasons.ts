import { roleRefusal } from "@/components/shell/role-refusal"
import type { ActingRole } from "@/lib/identity/permissions"
import type { MailReasons } from "./mail-commands"

/** Why a role cannot do something with mails; null where it can. */
export const mailReasons = (role: ActingRole): MailReasons => ({
  retry: roleRefusal(role, "mail:retry", "send mails again"),
  release: roleRefusal(role, "mail:release", "send, cancel or unblock mails"),
})
