import type { ReactNode } from "react"
import { SettingsHead } from "@/components/settings/settings-head"
import { Tabs } from "@/components/ui/tabs"

export type EmailTab = "letters" | "held" | "languages" | "profiles" | "log" | "addresses"

const tabs: Record<EmailTab, { label: string; path: string; text: string }> = {
  letters: { label: "Letters", path: "/settings/email", text: "Every letter of the product, in the order of a partner’s life" },
  held: { label: "Held for a hand", path: "/settings/email/held", text: "Mails that somebody looks at before they leave" },
  languages: { label: "Languages", path: "/settings/email/languages", text: "Which letter is written in which language" },
  profiles: { label: "Profiles", path: "/settings/email/profiles", text: "Who sends the letters of which channels, and in which words" },
  log: { label: "Delivery log", path: "/settings/email/log", text: "Every mail, its state and its retries" },
  addresses: { label: "Addresses", path: "/settings/email/addresses", text: "Addresses that take no mail" },
}

type EmailHeadProps = { tab: EmailTab; profileId?: string | null; held: number; commands?: ReactNode }

/** The head of a page of Email, with the way to the others; a profile that was chosen goes along where it matters. */
export function EmailHead({ tab, profileId, held, commands }: EmailHeadProps) {
  const { label, path, text } = tabs[tab]
  const query = profileId ? `?profile=${profileId}` : ""
  return (
    <>
      {tab === "letters" ? (
        <SettingsHead title="Email" path={path} text={text} commands={commands} />
      ) : (
        <SettingsHead title={label} path={path} text={text} within={{ title: "Email", path: "/settings/email" }} commands={commands} />
      )}
      <Tabs
        label="Email"
        tabs={(Object.keys(tabs) as EmailTab[]).map((key) => ({
          label: tabs[key].label,
          href: tabs[key].path + (key === "letters" || key === "languages" ? query : ""),
          current: key === tab,
          ...(key === "held" && held > 0 ? { count: held } : {}),
        }))}
      />
    </>
  )
}
