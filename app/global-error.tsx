"use client"
import "./globals.css"

/** In place of the whole document, when even its frame could not be shown. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="mx-auto max-w-[560px] px-6 pt-24">
          <h1 className="text-24 font-title">Something went wrong</h1>
          <p className="mt-2 mb-5 text-14 text-ink-2">This is on our side, and nothing was changed. Try again in a moment.</p>
          <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
