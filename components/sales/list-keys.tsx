"use client"
import { useRouter } from "next/navigation"
import { type ReactNode, useMemo } from "react"
import { type GridCommand, GridKeys } from "@/components/ui/grid-keys"
import { Rail } from "@/components/ui/rail"

type ListKeysProps = {
  /** Letters that lead somewhere with the row at the keyboard's position: its id takes the place of `:id`. */
  commands?: readonly { key: string; word: string; href: string }[]
  rail: ReactNode
  children: ReactNode
}

const NONE: NonNullable<ListKeysProps["commands"]> = []

/** The keys of a list, and the rail that names them. */
export function ListKeys({ commands = NONE, rail, children }: ListKeysProps) {
  const router = useRouter()
  const runnable = useMemo(
    (): GridCommand[] =>
      commands.map(({ key, word, href }) => ({
        key,
        word,
        run: ([row]) => row && router.push(href.replace(":id", row.id), { scroll: false }),
      })),
    [commands, router],
  )
  return (
    <GridKeys commands={runnable}>
      {children}
      <Rail keys={commands.map(({ key, word }) => ({ keys: [key.toUpperCase()], word }))}>{rail}</Rail>
    </GridKeys>
  )
}
