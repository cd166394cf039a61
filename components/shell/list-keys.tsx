"use client"
import { useRouter } from "next/navigation"
import { type ReactNode, useMemo } from "react"
import { type GridCommand, GridKeys } from "@/components/ui/grid-keys"

type ListKeysProps = {
  /** Letters that lead somewhere with the row at the keyboard's position: its id takes the place of `:id`. */
  commands?: readonly { key: string; word: string; href: string }[]
  children: ReactNode
}

/** The keys of a list, around its grid and its rail. */
export function ListKeys({ commands, children }: ListKeysProps) {
  const router = useRouter()
  const runnable = useMemo(
    () =>
      commands?.map(
        ({ key, word, href }): GridCommand => ({
          key,
          word,
          run: ([row]) => row && router.push(href.replace(":id", row.id), { scroll: false }),
        }),
      ),
    [commands, router],
  )
  return <GridKeys commands={runnable}>{children}</GridKeys>
}
