import type { Tx } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"

/** A mail with all that a command needs to judge it. */
export async function getMailToJudge(tx: Tx, id: string) {
  const mail = await tx.mail.findUnique({ where: { id } })
  if (!mail) throw notFound("mail")
  return mail
}
