"use client"
import { Building2, Check } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTransition } from "react"
import { PortalTitle } from "@/components/portal/portal-title"
import { Button } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import { switchOrganization } from "@/lib/portal/actions"

export type Organization = { memberId: string; name: string; role: string; outlet: string | null; isCurrent: boolean }

type ChooseOrganizationProps = { organizations: readonly Organization[]; isAsked: boolean }

/** For somebody who orders for several organizations: which one it is now. */
export function ChooseOrganization({ organizations, isAsked }: ChooseOrganizationProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const choose = ({ memberId, name }: Organization) =>
    start(async () => {
      const result = await switchOrganization({ memberId }).catch(() => null)
      if (result?.ok) return router.push("/account")
      const text = result?.error.message ?? "The server could not be reached. Try again."
      showToast({ tone: "bad", title: `${name} was not chosen`, text })
    })
  return (
    <>
      <PortalTitle
        intro={isAsked ? "You are a user of several. Prices, users and what you see belong to one at a time." : "What you are a user of."}
      >
        {isAsked ? "For which organization?" : "Your organizations"}
      </PortalTitle>
      <ul className="border-t border-line-2">
        {organizations.map((organization) => (
          <li key={organization.memberId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3.5">
            <Building2 size={18} className="flex-none text-ink-3" aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <span id={`place-${organization.memberId}`} className="block font-semi wrap-anywhere">
                {organization.name}
              </span>
              <span className="block text-14 text-ink-2">{[organization.role, organization.outlet].filter(Boolean).join(", ")}</span>
            </span>
            {organization.isCurrent ? (
              <span className="flex items-center gap-2 text-14 text-ink-2">
                <Check size={16} aria-hidden="true" /> You work for it now
              </span>
            ) : (
              <Button size="public" busy={busy} aria-describedby={`place-${organization.memberId}`} onClick={() => choose(organization)}>
                Choose
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
