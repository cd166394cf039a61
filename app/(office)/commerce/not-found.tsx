import { FileQuestion } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"

export default function CommerceNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={<FileQuestion />}
        title="This record is not here"
        text="It never was, was undone, or is not yours to see. Check the address, or start from the list."
        actions={<ButtonLink href="/commerce/prospects">All prospects</ButtonLink>}
      />
    </>
  )
}
