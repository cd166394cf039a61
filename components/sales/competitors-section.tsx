"use client"
import { Pencil, Plus, X } from "lucide-react"
import dynamic from "next/dynamic"
import { useState, useTransition } from "react"
import { WebsiteLink } from "@/components/shell/edit/fact-links"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { useToast } from "@/components/ui/toast"
import { removeCompetitor } from "@/lib/sales/actions"
import type { CompetitorView } from "@/lib/sales/competitors/queries"

const CompetitorDialog = dynamic(() => import("./competitor-dialog").then((part) => part.CompetitorDialog), { ssr: false })

type CompetitorsSectionProps = {
  opportunityId: string
  here: readonly CompetitorView[]
  others: readonly { id: string; name: string }[]
  refusal: string | null
}

/** **Competitors** in the race for an opportunity. */
export function CompetitorsSection({ opportunityId, here, others, refusal }: CompetitorsSectionProps) {
  const { showToast } = useToast()
  const [opened, open] = useState<CompetitorView | "new" | null>(null)
  const [busy, start] = useTransition()
  const remove = ({ id, name }: CompetitorView) =>
    start(async () => {
      const result = await removeCompetitor({ opportunityId, competitorId: id }).catch(() => null)
      showToast(
        result?.ok
          ? { title: "Removed", text: `${name} is no competitor here any more.` }
          : { tone: "bad", title: "Not removed", text: result?.error.message ?? "The server could not be reached. Try again." },
      )
    })
  const add = (
    <Button size="s" tone="ghost" icon={<Plus aria-hidden="true" />} reason={refusal} onClick={() => open("new")}>
      Add competitor
    </Button>
  )
  return (
    <Section title="Competitors" aside={add}>
      {here.length === 0 ? (
        <p className="text-ink-3">None known.</p>
      ) : (
        <ul>
          {here.map((one) => (
            <li key={one.id} className="flex items-start gap-2 border-line py-2 not-first:border-t">
              <div className="min-w-0 flex-1 wrap-anywhere">
                <p className="font-medium">{one.name}</p>
                <WebsiteLink website={one.website} />
                {one.strengths && <p className="whitespace-pre-line text-ink-2">Strengths: {one.strengths}</p>}
                {one.weaknesses && <p className="whitespace-pre-line text-ink-2">Weaknesses: {one.weaknesses}</p>}
              </div>
              <Button size="s" tone="ghost" iconOnly icon={<Pencil aria-hidden="true" />} reason={refusal} onClick={() => open(one)}>
                {`Edit ${one.name}`}
              </Button>
              <Button
                size="s"
                tone="ghost"
                iconOnly
                busy={busy}
                icon={<X aria-hidden="true" />}
                reason={refusal}
                onClick={() => remove(one)}
              >
                {`Remove ${one.name}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {opened && (
        <CompetitorDialog
          opportunityId={opportunityId}
          competitor={opened === "new" ? null : opened}
          others={others}
          onClose={() => open(null)}
        />
      )}
    </Section>
  )
}
