"use client"
import { ChartColumn, ChevronRight, FileCheck2, SlidersHorizontal, UserPlus } from "lucide-react"
import { useActionState } from "react"
import { FormTrouble } from "@/components/identity/form-trouble"
import { Tag } from "@/components/ui/tag"

const icons = {
  seller: UserPlus,
  sales_manager: ChartColumn,
  commerce_manager: FileCheck2,
  administrator: SlidersHorizontal,
  auditor: FileCheck2,
}

type Entrance = { role: keyof typeof icons; roleName: string; name: string }
type Entered = { ok: true } | { ok: false; error: { message: string } }

type DemoEntrancesProps = {
  people: readonly Entrance[]
  enterAs: (previous: unknown, form: FormData) => Promise<Entered>
  inboxUrl?: string
}

/** The demo's doors without a password, one a role. The person's name stays out of the button's name. */
export function DemoEntrances({ people, enterAs, inboxUrl }: DemoEntrancesProps) {
  const [state, action] = useActionState(enterAs, null)
  return (
    <section aria-labelledby="demo" className="mt-9 border-t border-line-2 pt-6">
      <h2 id="demo" className="flex items-center gap-2.5 text-16 font-semi">
        Try the demo <Tag tone="wait">Demo mode</Tag>
      </h2>
      <p className="mb-3 text-14 text-pretty text-ink-2">No password, invented data. Anybody who reaches this page can enter.</p>
      {state && !state.ok && <FormTrouble message={state.error.message} />}
      <form action={action} className="overflow-clip rounded-3 border border-line-2">
        {people.map(({ role, roleName, name }) => {
          const Icon = icons[role]
          return (
            <button
              key={role}
              type="submit"
              name="role"
              value={role}
              className="flex min-h-12 w-full items-center gap-3 border-line px-3.5 py-2 text-left text-15 not-first:border-t hover:bg-sheet-hover focus-visible:-outline-offset-2 max-m:gap-2 max-m:text-14"
            >
              <Icon size={16} className="flex-none text-ink-3" aria-hidden="true" />
              <span className="font-medium">Enter as {roleName}</span>
              <span className="ml-auto truncate text-14 text-ink-3 max-m:text-13" aria-hidden="true">
                {name}
              </span>
              <ChevronRight size={16} className="flex-none text-ink-3 max-m:hidden" aria-hidden="true" />
            </button>
          )
        })}
      </form>
      {inboxUrl && (
        <p className="mt-3 text-14 text-pretty text-ink-2">
          Letters that the demo sends arrive in the{" "}
          <a href={inboxUrl} className="link">
            demo inbox
          </a>
          .
        </p>
      )}
    </section>
  )
}
