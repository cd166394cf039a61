import type { Metadata } from "next"
import { ImportFrame } from "@/components/exchange/import-frame"
import { RecentImports } from "@/components/exchange/recent-imports"
import { UploadFile } from "@/components/exchange/upload-file"
import { listImports } from "@/lib/exchange/import/queries"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Import leads" }

export default async function ImportPage() {
  await requireStaff("lead:import")
  const imports = await listImports()
  return (
    <ImportFrame step="upload">
      <UploadFile />
      <RecentImports imports={imports} />
    </ImportFrame>
  )
}
