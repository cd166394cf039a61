import { FileQuestion } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"

export default function SettingsNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={<FileQuestion />}
        title="This page is not here"
        text="It does not exist, or is not yours to see."
        actions={<ButtonLink href="/settings">Settings</ButtonLink>}
      />
    </>
  )
}
