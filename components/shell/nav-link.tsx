"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import type { MouseEvent, ReactNode } from "react"

type NavLinkProps = {
  href: string
  /** Current on its own page alone, not on those below it. */
  exact?: boolean
  className?: string
  children: ReactNode
  title?: string
}

/** A link that knows when it is the current place: the page itself or one below it. Closes the phone's navigation. */
export function NavLink({ href, exact, children, ...rest }: NavLinkProps) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  const close = (event: MouseEvent<HTMLElement>) => {
    const panel = event.currentTarget.closest<HTMLElement>("[popover]")
    if (panel?.matches(":popover-open")) panel.hidePopover()
  }
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} onClick={close} {...rest}>
      {children}
    </Link>
  )
}
