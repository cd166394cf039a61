import { connection } from "next/server"
import type { ReactNode } from "react"

/** Public pages are made when they are asked for; each stands in the frame of its store. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  await connection()
  return children
}
