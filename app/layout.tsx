import type { Metadata, Viewport } from "next"
import { connection } from "next/server"
import type { ReactNode } from "react"
import { env } from "@/lib/platform/env"
import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { STORE_NAME, appUrl } = env()
  return { title: { default: STORE_NAME, template: `%s · ${STORE_NAME}` }, metadataBase: appUrl }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f6f5" },
    { media: "(prefers-color-scheme: dark)", color: "#0b100f" },
  ],
}

/** The document. Rendered for each request, since a page that was made before cannot carry the request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
