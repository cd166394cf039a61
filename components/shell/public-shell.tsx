import type { ReactNode } from "react"
import { Brand } from "@/components/shell/brand"

type PublicShellProps = {
  storeName: string
  homeHref?: string
  /** At the right of the header: links such as Sign in, or who is signed in. */
  links?: ReactNode
  /** Who runs the store, at the left of the footer. */
  legalName?: string
  helpHref?: string
  children: ReactNode
}

const BAND = "mx-auto w-full max-w-[1088px] px-8 max-m:px-5"

/** The public site's frame: 16 px type, 1088 px wide, the page's `main`. Plain anchors: no script of its own, not even the router's link. */
export function PublicShell({ storeName, homeHref = "/", links, legalName = storeName, helpHref, children }: PublicShellProps) {
  return (
    <div className="public">
      <a
        href="#main"
        className="fixed top-2 left-2 z-(--z-tip) -translate-y-20 rounded-2 bg-accent px-3.5 py-2 font-semi text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line">
        <div className={`${BAND} flex h-[68px] items-center gap-6 max-m:h-[60px]`}>
          <a href={homeHref} className="flex-none max-m:flex-auto">
            <Brand name={storeName} size="public" />
          </a>
          <nav aria-label="Main" className="ml-auto flex min-w-0 items-center gap-6 text-15">
            {helpHref && (
              <a href={helpHref} className="text-ink-2 hover:underline max-m:hidden">
                Help
              </a>
            )}
            {links}
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${BAND} flex-1 outline-none`}>
        {children}
      </main>
      <footer className="border-t border-line bg-desk">
        <div className={`${BAND} flex flex-wrap gap-x-6 gap-y-2 py-6 text-14 text-ink-2`}>
          <span>{legalName}</span>
          <FooterLink href="/privacy">Privacy</FooterLink>
          <FooterLink href="/terms">Terms and conditions</FooterLink>
        </div>
      </footer>
    </div>
  )
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="underline decoration-line-2 underline-offset-[3px] hover:decoration-current">
      {children}
    </a>
  )
}
