"use client"
import { buttonClass } from "@/components/ui/button-face"
import { ErrorPanel } from "@/components/ui/error-panel"

type ErrorPageProps = { error: Error & { digest?: string } }

// A plain button: this page's code is sent with every other page.
export default function ErrorPage({ error }: ErrorPageProps) {
  const number = error.digest ? ` If it happens again, tell us ${error.digest}.` : ""
  return (
    <div className="grid min-h-[60vh] place-items-center">
      <h1 className="sr-only">This page could not be shown</h1>
      <ErrorPanel
        title="This page could not be shown"
        text={`Something went wrong on our side, and nothing was changed.${number}`}
        actions={
          <button type="button" className={buttonClass({ tone: "primary" })} onClick={() => window.location.reload()}>
            Try again
          </button>
        }
      />
    </div>
  )
}
