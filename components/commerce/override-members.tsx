"use client"
import { Copy } from "lucide-react"
import Link from "next/link"
import { useEffect, useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import type { ForeseenOverride } from "@/lib/commerce/side-by-side/foresee-override"
import { overrideMembers } from "@/lib/sync/actions"
import { useOverrideNews } from "./compare/use-override-news"

type OverrideMembersProps = { hierarchyId: string; name: string; reason: string | null }

/** The command Override of a hierarchy: copies everything that can be copied from its Admin to all, and leads to where less is chosen. */
export function OverrideMembers({ hierarchyId, name, reason }: OverrideMembersProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Copy aria-hidden="true" />} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Override
      </Button>
      {isOpen && <OverrideDialog {...{ hierarchyId, name, onClose: () => setOpen(false) }} />}
    </>
  )
}

function OverrideDialog({ hierarchyId, name, onClose }: Omit<OverrideMembersProps, "reason"> & { onClose: () => void }) {
  const path = `/commerce/hierarchies/${hierarchyId}/override`
  const news = useOverrideNews()
  const { foreseen, isBroken, look } = useForeseen(`${path}/plan`)
  const changed = foreseen?.changed ?? []
  return (
    <CommandDialog
      title="Override"
      icon={<Copy aria-hidden="true" />}
      busyWord="Overriding"
      sentence={<Sentence foreseen={foreseen} name={name} />}
      hidden={{}}
      blocked={blockedBy(foreseen, isBroken)}
      action={() =>
        overrideMembers({
          hierarchyId,
          sourceId: foreseen?.source?.memberId ?? "",
          sourceVersion: foreseen?.source?.version ?? 0,
          fields: foreseen?.fields.map(({ key }) => key) ?? [],
          members: changed.map(({ customerId, version }) => ({ customerId, version })),
        })
      }
      onRefused={look}
      onClose={onClose}
      news={news}
    >
      {() => (
        <div className="grid gap-3">
          {foreseen && foreseen.fields.length > 0 && (
            <ul className="grid gap-1" aria-label="What is copied">
              {foreseen.fields.map(({ key, label, members }) => (
                <li key={key} className="flex justify-between gap-4">
                  <span>{label}</span>
                  <span className="text-ink-3 tabular-nums">{members === 1 ? "of 1 member" : `of ${members} members`}</span>
                </li>
              ))}
            </ul>
          )}
          <p>
            <Link className="link" href={path} prefetch={false}>
              Choose fields and members, and see each change
            </Link>
          </p>
        </div>
      )}
    </CommandDialog>
  )
}

/** What would be done, asked when the dialog opens and after a refusal. */
function useForeseen(path: string) {
  const [foreseen, setForeseen] = useState<ForeseenOverride | null>(null)
  const [isBroken, setBroken] = useState(false)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts how often it was asked
  useEffect(() => {
    const leaving = new AbortController()
    fetch(path, { signal: leaving.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then(setForeseen)
      .catch(() => leaving.signal.aborted || setBroken(true))
    return () => leaving.abort()
  }, [path, asked])
  return { foreseen, isBroken, look: () => setAsked(asked + 1) }
}

function blockedBy(foreseen: ForeseenOverride | null, isBroken: boolean): string | null {
  if (isBroken) return "What differs could not be read. Close this, and try again."
  if (!foreseen) return "Looking at what differs"
  if (!foreseen.source) return "There is no Admin to copy from."
  return foreseen.changed.length === 0 ? "Every member has what the Admin has." : null
}

function Sentence({ foreseen, name }: { foreseen: ForeseenOverride | null; name: string }) {
  if (!foreseen?.source) return <>Copies what the people of a company share from the Admin of {name} to all its members.</>
  const { source, changed, members, values } = foreseen
  return (
    <>
      Copies what the people of a company share from <b>{source.name}</b> to{" "}
      <b>{changed.length === 1 ? `1 of ${members} members` : `${changed.length} of ${members} members`}</b>:{" "}
      {values === 1 ? "1 value" : `${values} values`}. Names, emails and phone numbers stay as they are.
    </>
  )
}
