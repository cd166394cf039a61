"use client"
import { useState } from "react"
import { Tag } from "@/components/ui/tag"

/** Marks what was new when it came on the screen, until the page is opened again: reading it does not take the mark away under one's eyes. */
export function NewMark({ isNew }: { isNew: boolean }) {
  const [wasNew] = useState(isNew)
  return wasNew ? <Tag tone="accent">New</Tag> : null
}
