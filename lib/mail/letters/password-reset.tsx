import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { type Load, type Store, theStore } from "../mail-to-write"
import { ActionButton, Layout, Quiet, Words } from "./layout"

type PasswordResetProps = { store: Store; validMinutes: number; link: string }

export const load: Load<PasswordResetProps> = async (_about, { linkId, now }) => {
  if (!linkId) return null
  const link = await db.link.findUnique({ where: { id: linkId, usedAt: null, expiresAt: { gt: now } }, select: { id: true } })
  return link && { store: theStore(), validMinutes: env().PASSWORD_RESET_MINUTES, link: linkAddress(link.id, "reset_password") }
}

export function PasswordReset({ store, validMinutes, link }: PasswordResetProps) {
  return (
    <Layout store={store} title="Set a new password" preview={`The link is valid for ${validMinutes} minutes.`}>
      <Words>Somebody, we hope you, asked to set a new password for this email address at {store.storeName}.</Words>
      <ActionButton href={link}>Set a new password</ActionButton>
      <Quiet>
        The link works once and for {validMinutes} minutes; an older one no longer works. If you did not ask, you need do nothing: your
        password stays as it is.
      </Quiet>
    </Layout>
  )
}
