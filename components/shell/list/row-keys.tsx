"use client"
import { KeysDialog } from "@/components/ui/keys-dialog"

const moves = [
  { key: "J", word: "Move down" },
  { key: "K", word: "Move up" },
  { key: "Home", word: "First row" },
  { key: "End", word: "Last row" },
  { key: "Enter", word: "Open the record" },
  { key: "← →", word: "Walk the cells of a row" },
  { key: "F2", word: "Edit the cell" },
]
const peekKey = { key: "Space", word: "Show the record beside the list" }

type RowKeysProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  commands: readonly { key: string; word: string }[]
  bulk?: readonly { key: string; word: string }[]
  selectable: boolean
  hasPeek: boolean
}

/** The keys of a list, listed by `?`. */
export function RowKeys({ hasPeek, ...props }: RowKeysProps) {
  return <KeysDialog {...props} moves={hasPeek ? [...moves, peekKey] : moves} />
}
