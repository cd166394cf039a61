import { PageNotFound } from "@/components/shell/page-not-found"
import { homePath } from "@/lib/identity/next-path"
import { getSignedIn } from "@/lib/identity/sessions"
import { env } from "@/lib/platform/env"

export default async function NotFound() {
  const signedIn = await getSignedIn()
  const homeHref = signedIn ? homePath(signedIn.staffRole) : "/"
  return <PageNotFound storeName={env().STORE_NAME} personName={signedIn?.name} homeHref={homeHref} />
}
