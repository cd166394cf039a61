import { AppError } from "@/lib/platform/errors"

export type Decoded = { text: string; encoding: string }

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8", name: "UTF-8" },
  { bytes: [0xff, 0xfe], label: "utf-16le", name: "UTF-16" },
  { bytes: [0xfe, 0xff], label: "utf-16be", name: "UTF-16" },
]

/** How often each second byte is zero, from the first or from the second on: text in UTF-16 gives itself away. */
function zeros(bytes: Buffer, from: 0 | 1): number {
  const head = bytes.subarray(0, 2000)
  let count = 0
  for (let place = from; place < head.length; place += 2) if (head[place] === 0) count++
  return head.length === 0 ? 0 : count / (head.length / 2)
}

/** Bytes as text: by their mark, as UTF-8 where they are that, else as Windows writes Western languages. */
export function decodeText(bytes: Buffer): Decoded {
  const marked = marks.find((mark) => mark.bytes.every((byte, place) => bytes[place] === byte))
  if (marked) return { text: new TextDecoder(marked.label).decode(bytes), encoding: marked.name }
  if (zeros(bytes, 1) > 0.3 && zeros(bytes, 0) < 0.05) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" }
  if (zeros(bytes, 0) > 0.3 && zeros(bytes, 1) < 0.05) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" }
  if (bytes.subarray(0, 4000).includes(0))
    throw new AppError("invalid", "This is not a text file. Save it as CSV or as an Excel workbook (.xlsx).")
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" }
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" }
  }
}
