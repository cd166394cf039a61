import Link from "next/link"
import type { ReactNode } from "react"
import { BrowserZone } from "@/components/identity/browser-zone"
import { PublicShell } from "@/components/shell/public-shell"
import { env } from "@/lib/platform/env"

export default function AuthLayout({ children }: { children: ReactNode }) {
  const become = (
    <Link href="/request" prefetch={false} className="link">
      Become a business partner
    </Link>
  )
  return (
    <PublicShell storeName={env().STORE_NAME} links={become}>
      <BrowserZone />
      <div className="mx-auto w-full max-w-[400px] pt-16 pb-20 max-m:pt-8 max-m:pb-14">{children}</div>
    </PublicShell>
  )
}
