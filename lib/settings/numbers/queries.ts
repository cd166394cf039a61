import { db } from "@/lib/platform/db"
import { listNumberSequences, type NumberSequenceView } from "@/lib/platform/number-sequences"

/** A version of a sequence, as its history tells it. */
export type SequenceVersion = {
  number: number
  format: string
  digits: number
  isContinuous: boolean
  next: number
  at: Date
  actorName: string
}

export type SequenceDetail = Omit<NumberSequenceView, "source" | "labelColumn"> & { versions: SequenceVersion[] }

const most = 50

/** Every number sequence with its versions, the newest first. */
export async function listSequenceDetails(): Promise<SequenceDetail[]> {
  const [sequences, versions] = await Promise.all([
    listNumberSequences(),
    db.numberSequenceVersion.findMany({ orderBy: [{ kind: "asc" }, { number: "desc" }], take: 1000 }),
  ])
  return sequences.map(({ source: _source, labelColumn: _label, ...sequence }) => ({
    ...sequence,
    versions: versions
      .filter(({ kind }) => kind === sequence.kind)
      .slice(0, most)
      .map(({ number, format, digits, isContinuous, next, at, actorName }) => ({
        ...{ number, format, digits, isContinuous, at, actorName },
        next: Number(next),
      })),
  }))
}
