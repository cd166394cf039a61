"use client"
import { Menu as MenuIcon, Search } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { Brand } from "@/components/shell/brand"
import { LiveRecord } from "@/components/shell/live-record"
import { type IntegrationState, type NavArea, OfficeNav } from "@/components/shell/office-nav"
import { SkipLink } from "@/components/shell/skip-link"
import { TipKeys } from "@/components/shell/tip-keys"
import { TopSearch } from "@/components/shell/top-search"
import { UndoneElsewhere } from "@/components/shell/undone-elsewhere"
import { LiveLine } from "@/components/shell/use-live"
import { type ShellPerson, UserMenu } from "@/components/shell/user-menu"
import { ToastProvider } from "@/components/ui/toast"

type OfficeShellProps = {
  person: ShellPerson
  nav: readonly NavArea[]
  integration?: IntegrationState
  /** A form whose button is a `MenuButton type="submit"` named Sign out. */
  signOut: ReactNode
  /** Where the mark leads. */
  homeHref?: string
  /** In the person's menu, above the ways out. */
  personItems?: ReactNode
  /** Across the top, above everything. */
  notice?: ReactNode
  /** More commands at the right of the top bar. */
  tools?: ReactNode
  children: ReactNode
}

/** The office: top bar, navigation, and the page as a sheet. Holds the page's `main` and the toasts. */
export function OfficeShell({
  person,
  nav,
  integration,
  signOut,
  homeHref = "/sales/leads",
  personItems,
  notice,
  tools,
  children,
}: OfficeShellProps) {
  return (
    <ToastProvider>
      <SkipLink />
      {notice}
      <div className="office" data-person={person.id}>
        <header className="office-top">
          <button type="button" popoverTarget="office-nav" aria-label="Menu" className="office-tool m:hidden">
            <MenuIcon size={20} aria-hidden="true" />
          </button>
          <Link href={homeHref} prefetch={false} className="justify-self-start max-m:mr-auto">
            <Brand />
          </Link>
          <TopSearch />
          <button type="button" popoverTarget="top-search" aria-label="Search" className="office-tool m:hidden">
            <Search size={20} aria-hidden="true" />
          </button>
          <div className="flex items-center justify-end gap-1">
            {tools}
            <UserMenu person={person} items={personItems} signOut={signOut} />
          </div>
        </header>
        <OfficeNav nav={nav} integration={integration} />
        <main id="main" tabIndex={-1} className="office-sheet">
          {children}
        </main>
        <LiveRecord />
      </div>
      <LiveLine />
      <UndoneElsewhere />
      <TipKeys />
    </ToastProvider>
  )
}
