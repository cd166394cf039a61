"use client"
import { Button } from "@/components/ui/button"
import { ErrorPanel } from "@/components/ui/error-panel"

type PageErrorProps = { error: Error & { digest?: string } }

/** What stands in the sheet when a page of the office broke. */
export function PageError({ error }: PageErrorProps) {
  const told = error.digest ? ` If it happens again, tell us ${error.digest}.` : ""
  return (
    <>
      <h1 className="sr-only">This page did not load</h1>
      <ErrorPanel
        title="This page did not load"
        text={`Nothing was changed.${told}`}
        actions={
          // The page is asked for anew: rendering it again would show the same answer of the server.
          <Button tone="primary" onClick={() => window.location.reload()}>
            Try again
          </Button>
        }
      />
    </>
  )
}
