import { PublicShell } from "@/components/shell/public-shell"
import { buttonClass } from "@/components/ui/button-face"
import { homePath } from "@/lib/identity/next-path"
import { getSignedIn } from "@/lib/identity/sessions"
import { env } from "@/lib/platform/env"

export default async function NotFound() {
  const signedIn = await getSignedIn()
  const signIn = (
    <a href="/sign-in" className="link">
      Sign in
    </a>
  )
  return (
    <PublicShell storeName={env().STORE_NAME} links={signedIn ? signedIn.name : signIn}>
      <div className="max-w-[560px] pt-16 pb-20 max-m:pt-8">
        <h1 className="text-32 font-title tracking-[-0.019em]">Page not found</h1>
        <p className="mt-2 mb-7 text-pretty text-ink-2">
          There is nothing at this address, or you may not see it. Check the address, or start again from the first page.
        </p>
        <a href={signedIn ? homePath(signedIn.staffRole) : "/"} className={buttonClass({ size: "public" })}>
          To the first page
        </a>
      </div>
    </PublicShell>
  )
}
