"use client"
import { ArrowRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { type FormEvent, useState, useTransition } from "react"
import { Select, type SelectOption } from "@/components/ui/select"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { mapColumns } from "@/lib/exchange/actions"

type MapColumnsProps = {
  id: string
  headers: readonly string[]
  samples: readonly (readonly string[])[]
  mapping: readonly (string | null)[]
  fields: readonly SelectOption[]
}

/** The second step: what each column of the file means. */
export function MapColumns({ id, headers, samples, mapping, fields }: MapColumnsProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState(mapping)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const twice = fields.find(({ value }) => chosen.filter((field) => field === value).length > 1)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await mapColumns({ id, mapping: [...chosen] }).catch(() => null)
      if (result?.ok) router.push(`/sales/leads/import/${id}/match`)
      else setProblem(result?.error.message ?? "The server could not be reached. Try again.")
    })
  }
  const mapped = chosen.filter((field) => field !== null).length
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <div role="alert" className="empty:hidden">
        {problem && <Strip tone="bad">{problem}</Strip>}
        {twice && <Strip tone="wait">{`Two columns are mapped to ${twice.label}. Give it to one of them.`}</Strip>}
      </div>
      <table className="grid-table [&_tbody_tr]:cursor-auto" aria-label="Columns of the file" data-loose>
        <colgroup>
          <col className="w-[30%]" />
          <col />
          <col className="w-[34%]" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="g-first">
              Column
            </th>
            <th scope="col">Holds, for example</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns never change places, and their heads may repeat
            <tr key={place}>
              <td className="g-first g-name">{header}</td>
              <td className="g-quiet g-second truncate">{samples[place]?.join(", ") || "Nothing in the first rows"}</td>
              <td className="overflow-visible! g-end">
                <Select
                  aria-label={`${header} means`}
                  value={chosen[place] ?? ""}
                  onChange={(event) => setChosen(chosen.with(place, event.target.value || null))}
                  placeholder="Leave out"
                  options={fields}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="rail sticky bottom-0 mt-auto">
        <span className="mr-auto text-ink-2">{`${mapped} of ${headers.length} columns mapped`}</span>
        <SubmitButton
          busy={busy}
          busyLabel="Saving"
          icon={<ArrowRight aria-hidden="true" />}
          reason={twice ? "Two columns mean the same." : mapped === 0 ? "Map at least one column." : null}
        >
          Continue
        </SubmitButton>
      </div>
    </form>
  )
}
