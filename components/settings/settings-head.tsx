import { ChevronRight } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { PageHeader } from "@/components/ui/page-header"

type SettingsHeadProps = {
  title: string
  text: string
  path: string
  /** The page of Settings that this one is a part of. */
  within?: { title: string; path: string }
  commands?: ReactNode
}

/** The head of a page of Settings: the way back, the title, and what the page is for. */
export function SettingsHead({ title, text, path, within, commands }: SettingsHeadProps) {
  return (
    <>
      <nav
        aria-label="Breadcrumb"
        className="relative z-1 -mb-[22px] max-m:-mb-2 flex min-h-[42px] flex-none items-center gap-2 pt-2.5 pr-5 pl-6 text-ink-3 whitespace-nowrap max-m:pl-4"
      >
        <Link href="/settings" prefetch={false} className="hover:text-ink hover:underline">
          Settings
        </Link>
        <ChevronRight size={14} className="flex-none" aria-hidden="true" />
        {within && (
          <>
            <Link href={within.path} prefetch={false} className="hover:text-ink hover:underline">
              {within.title}
            </Link>
            <ChevronRight size={14} className="flex-none" aria-hidden="true" />
          </>
        )}
        <Link href={path} prefetch={false} aria-current="page" className="min-w-0 truncate hover:text-ink hover:underline">
          {title}
        </Link>
      </nav>
      <PageHeader title={title} count={text} commands={commands} />
    </>
  )
}
