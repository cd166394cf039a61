import type { ReactNode } from "react"
import { PortalFacts } from "@/components/portal/portal-facts"
import { PortalTitle } from "@/components/portal/portal-title"
import { Button } from "@/components/ui/button"
import { signOutEverywhere } from "@/lib/identity/actions"

type ProfileProps = { name: string; email: string; organization: string; role: string; zone: ReactNode; credit: ReactNode }

/** Who is signed in, and the way out of every browser. */
export function Profile({ name, email, organization, role, zone, credit }: ProfileProps) {
  return (
    <>
      <PortalTitle intro="Who you are here, and where you are signed in.">My profile</PortalTitle>
      <PortalFacts
        title="You"
        facts={[
          { label: "Name", value: name },
          { label: "Email", value: email },
          { label: "Organization", value: organization },
          { label: "Role", value: role },
          { label: "Time zone", value: zone },
        ]}
      />
      {credit}
      <section className="border-t border-line-2 pt-5">
        <h2 className="text-18 font-title tracking-[-0.012em]">Sessions</h2>
        <p className="mt-1.5 mb-4 max-w-[34em] text-pretty text-ink-2">
          Signed in on a browser that is not yours, or lost a telephone? This signs you out everywhere, here too.
        </p>
        <form action={signOutEverywhere}>
          <Button type="submit" size="public">
            End all sessions
          </Button>
        </form>
      </section>
    </>
  )
}
