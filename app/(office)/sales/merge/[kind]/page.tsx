import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { MergeDesk } from "@/components/sales/merge/merge-desk"
import { mergeKinds } from "@/components/sales/merge/merge-kind-words"
import { mergeView } from "@/components/sales/merge/merge-view"
import { requireStaff } from "@/lib/identity/actor"
import { env } from "@/lib/platform/env"
import type { SearchParams } from "@/lib/platform/list-query"
import { recordHref } from "@/lib/platform/record-href"
import type { MergeKind } from "@/lib/sync/merge-fields"
import { getMergePreview } from "@/lib/sync/merge-preview"

type MergePageProps = { params: Promise<{ kind: string }>; searchParams: Promise<SearchParams> }

const kindOf = (many: string) => (Object.keys(mergeKinds) as MergeKind[]).find((kind) => mergeKinds[kind].many === many) ?? null

export async function generateMetadata({ params }: MergePageProps): Promise<Metadata> {
  return { title: kindOf((await params).kind) ? `Merge ${(await params).kind}` : "Not found" }
}

export default async function MergePage({ params, searchParams }: MergePageProps) {
  const kind = kindOf((await params).kind)
  const staff = await requireStaff(kind ? `${kind}:read` : "lead:read")
  const { a, b } = await searchParams
  if (!kind || typeof a !== "string" || typeof b !== "string") notFound()
  const preview = await getMergePreview(staff, kind, { a, b }, new Date())
  if (!preview) notFound()
  if ("merged" in preview) redirect(recordHref(kind, preview.merged.id) ?? mergeKinds[kind].list.href)
  return <MergeDesk key={`${a} ${b}`} view={mergeView(preview)} undoSeconds={env().SEND_WINDOW_SECONDS} />
}
