import type { ReactNode } from "react"
import { NavIcon, type NavIconName } from "@/components/shell/nav-icon"
import { NavLink } from "@/components/shell/nav-link"
import { PublicShell } from "@/components/shell/public-shell"
import { TipKeys } from "@/components/shell/tip-keys"
import { Avatar } from "@/components/ui/avatar"
import { cn } from "@/components/ui/cn"
import { ToastProvider } from "@/components/ui/toast"

type PortalItem = { label: string; href: string; icon: NavIconName; exact?: boolean }

type PortalShellProps = {
  storeName: string
  legalName?: string
  personName: string
  /** Null before one of several is chosen: then there is nothing to go to yet. */
  organizationName: string | null
  /** **Switch organization**, where there is another. */
  switchOrganization?: ReactNode
  /** A form with a button styled as a link, named Sign out. */
  signOut: ReactNode
  items?: readonly PortalItem[]
  children: ReactNode
}

const ITEMS: readonly PortalItem[] = [
  { label: "My profile", href: "/account", icon: "profile", exact: true },
  { label: "Organization", href: "/account/organization", icon: "organization" },
  { label: "Organization users", href: "/account/users", icon: "users" },
  { label: "Account credit", href: "/account/credit", icon: "credit" },
]

/** The partner's own pages: the public frame with a navigation of its own and toasts. */
export function PortalShell(props: PortalShellProps) {
  const { storeName, legalName, personName, organizationName, switchOrganization, signOut, items = ITEMS, children } = props
  const who = (
    <>
      <span className="flex min-w-0 items-center gap-[9px]">
        <Avatar name={personName} size="l" />
        <span className="max-w-[280px] truncate max-m:sr-only">{personName}</span>
      </span>
      <span className="flex-none whitespace-nowrap">{signOut}</span>
    </>
  )
  return (
    <ToastProvider>
      <PublicShell storeName={storeName} legalName={legalName} homeHref="/account" links={who}>
        <div
          className={cn(
            "grid gap-10 pt-11 pb-20 text-15 max-m:grid-cols-1 max-m:gap-6 max-m:pt-6",
            organizationName === null ? "max-w-[680px]" : "grid-cols-[188px_minmax(0,1fr)]",
          )}
        >
          <nav aria-label="Account" hidden={organizationName === null}>
            <p className="px-3 pb-2.5 font-semi wrap-anywhere max-m:px-0">{organizationName}</p>
            {switchOrganization && <div className="px-3 pb-3 max-m:px-0">{switchOrganization}</div>}
            <div className="max-m:-mx-3 max-m:flex max-m:flex-wrap">
              {items.map((item) => (
                <NavLink
                  key={item.href}
                  href={item.href}
                  exact={item.exact}
                  className="flex h-10 flex-none items-center gap-2.5 rounded-2 px-3 text-ink-2 hover:bg-sheet-hover aria-[current]:bg-accent-soft aria-[current]:font-semi aria-[current]:text-accent-text max-m:h-11 [&_svg]:text-ink-3 aria-[current]:[&_svg]:text-accent-text"
                >
                  <NavIcon name={item.icon} />
                  {item.label}
                </NavLink>
              ))}
            </div>
          </nav>
          <div className="min-w-0">{children}</div>
        </div>
      </PublicShell>
      <TipKeys />
    </ToastProvider>
  )
}
