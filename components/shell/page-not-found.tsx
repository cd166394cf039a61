"use client"
import { PublicShell } from "@/components/shell/public-shell"
import { buttonClass } from "@/components/ui/button-face"

type PageNotFoundProps = {
  storeName: string
  /** Who is signed in. */
  personName: string | undefined
  homeHref: string
}

/** Nothing at this address. A client component, so that the pages which carry it along carry its name alone. */
export function PageNotFound({ storeName, personName, homeHref }: PageNotFoundProps) {
  const signIn = (
    <a href="/sign-in" className="link">
      Sign in
    </a>
  )
  return (
    <PublicShell storeName={storeName} links={personName ?? signIn}>
      <div className="max-w-[560px] pt-16 pb-20 max-m:pt-8">
        <h1 className="text-32 font-title tracking-[-0.019em]">Page not found</h1>
        <p className="mt-2 mb-7 text-pretty text-ink-2">
          There is nothing at this address, or you may not see it. Check the address, or start again from the first page.
        </p>
        <a href={homeHref} className={buttonClass({ size: "public" })}>
          To the first page
        </a>
      </div>
    </PublicShell>
  )
}
