"use client"
import { Ban, Undo2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import { notTheSame, takeBackNotTheSame } from "@/lib/sales/actions"
import { useKeys } from "../use-keys"

type PairCommandsProps = {
  one: string
  other: string
  isDismissed: boolean
  /** Why this person cannot judge the pair. */
  reason: string | null
  /** The inbox with the next pair, once this one is gone. */
  nextHref: string
}

/** **Not the same**, with the way back; or that way back alone, where somebody said so. */
export function PairCommands({ one, other, isDismissed, reason, nextHref }: PairCommandsProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const run = (isBack: boolean) =>
    start(async () => {
      const result = await (isBack ? takeBackNotTheSame : notTheSame)({ one, other }).catch(() => null)
      if (!result?.ok) {
        const text = result?.error.message ?? "The server could not be reached. Try again."
        showToast({ tone: "bad", title: isBack ? "Not taken back" : "Not kept", text })
        return
      }
      const text = result.data.labels.join(" and ")
      if (isBack) showToast({ title: "Taken back", text: `${text} are compared again.` })
      else showToast({ title: "Not the same", text: `${text} are not suggested again.`, undo: () => run(true) })
      router.replace(nextHref, { scroll: false })
    })
  useKeys({ n: () => reason === null && !isDismissed && !busy && run(false) })
  return isDismissed ? (
    <Button icon={<Undo2 aria-hidden="true" />} busy={busy} reason={reason} onClick={() => run(true)}>
      Take back
    </Button>
  ) : (
    <Button icon={<Ban aria-hidden="true" />} hint="N" busy={busy} reason={reason} onClick={() => run(false)}>
      Not the same
    </Button>
  )
}
