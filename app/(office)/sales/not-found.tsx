"use client"
import { FileX2 } from "lucide-react"
import Link from "next/link"
import { Empty } from "@/components/ui/empty"

export default function SalesNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={<FileX2 />}
        title="There is no such record"
        text="The address may be wrong, or a decision was taken back and the record went with it."
        actions={
          <Link href="/sales/leads" prefetch={false} className="btn">
            Go to Leads
          </Link>
        }
      />
    </>
  )
}
