import { TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { Empty } from "@/components/ui/empty"

type ErrorPanelProps = {
  /** What happened. */
  title: string
  /** What was not changed and what to do. */
  text: ReactNode
  /** "Try again" and the like. */
  actions?: ReactNode
  boxed?: boolean
}

/** An error in place, announced when it appears. */
export function ErrorPanel(props: ErrorPanelProps) {
  return (
    <div role="alert">
      <Empty icon={<TriangleAlert />} {...props} />
    </div>
  )
}
