import Link from "next/link"
import { SpentLinkPage } from "@/components/identity/spent-link-page"

/** What stands in place of an invitation that opens nothing. */
export function SpentInvitation() {
  return (
    <SpentLinkPage>
      <li>
        If you have set a password,{" "}
        <Link href="/sign-in" prefetch={false} className="link">
          sign in
        </Link>
        .
      </li>
      <li>If not, ask whoever invited you to send another invitation.</li>
    </SpentLinkPage>
  )
}
