import Link from "next/link"
import { SpentLinkPage } from "@/components/identity/spent-link-page"

/** What stands in place of a reset link that opens nothing. */
export function SpentReset() {
  return (
    <SpentLinkPage>
      <li>
        <Link href="/reset-password" prefetch={false} className="link">
          Ask for another link
        </Link>
        ; the last one that we sent is the one that works.
      </li>
      <li>
        If you know your password,{" "}
        <Link href="/sign-in" prefetch={false} className="link">
          sign in
        </Link>
        .
      </li>
    </SpentLinkPage>
  )
}
