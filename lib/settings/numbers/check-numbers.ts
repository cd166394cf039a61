import { getNumberSequence, listNumberSequences } from "@/lib/platform/number-sequences"
import type { Finding } from "../health/finding"
import { findClash } from "./find-clash"

/** Names the sequences whose coming numbers belong to a record already: the next record of that kind could not be opened. */
export async function checkNumbers(): Promise<Finding> {
  const broken = []
  for (const sequence of await listNumberSequences()) {
    const clash = await findClash(sequence, sequence)
    // Numbers that were given while all of them were read are no clash.
    const current = clash && (await getNumberSequence(sequence.kind))
    if (!current || current.version !== sequence.version || clash.count < current.next) continue
    broken.push({ kind: sequence.kind, id: clash.id, label: `${clash.number}, while ${sequence.name} go on at ${current.next}` })
  }
  return { found: broken.length, broken, told: null }
}
