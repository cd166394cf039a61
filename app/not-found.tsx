import Link from "next/link"
import { PublicShell } from "@/components/shell/public-shell"
import { ButtonLink } from "@/components/ui/button-link"
import { env } from "@/lib/platform/env"

export default function NotFound() {
  const signIn = (
    <Link href="/sign-in" prefetch={false} className="link">
      Sign in
    </Link>
  )
  return (
    <PublicShell storeName={env().STORE_NAME} links={signIn}>
      <div className="max-w-[560px] pt-16 pb-20 max-m:pt-8">
        <h1 className="text-32 font-title tracking-[-0.019em]">Page not found</h1>
        <p className="mt-2 mb-7 text-pretty text-ink-2">
          There is nothing at this address, or you may not see it. Check the address, or start again from the first page.
        </p>
        <ButtonLink href="/" size="public">
          To the start
        </ButtonLink>
      </div>
    </PublicShell>
  )
}
