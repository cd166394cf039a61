import Link from "next/link"
import type { ComponentProps, ReactNode } from "react"
import { Tooltip } from "@/components/ui/tooltip"

/** A small heading inside a menu. */
export function MenuTitle({ children }: { children: string }) {
  return <p className="menu-title">{children}</p>
}

export function MenuLine() {
  return <hr className="menu-line" />
}

type MenuLinkProps = { href: string; icon?: ReactNode; count?: number | string; current?: boolean; children: string }

/** A link in a menu; the count stays out of its name. */
export function MenuLink({ href, icon, count, current, children }: MenuLinkProps) {
  return (
    <Link href={href} prefetch={false} className="menu-item" aria-current={current ? "page" : undefined}>
      {icon}
      {children}
      {count !== undefined && (
        <span className="menu-count" aria-hidden="true">
          {count}
        </span>
      )}
    </Link>
  )
}

type MenuButtonProps = Omit<ComponentProps<"button">, "children"> & { icon?: ReactNode; reason?: string | null; children: string }

/** A command in a menu. With `reason` it does nothing and says why. */
export function MenuButton({ icon, reason, children, ...rest }: MenuButtonProps) {
  if (!reason) {
    return (
      <button type="button" {...rest} className="menu-item">
        {icon}
        {children}
      </button>
    )
  }
  return (
    <Tooltip text={reason} className="w-full">
      <button type="button" className="menu-item text-ink-off" aria-disabled="true" aria-description={reason}>
        {icon}
        {children}
      </button>
    </Tooltip>
  )
}
