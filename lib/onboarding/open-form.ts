import { likedLanguage } from "@/lib/commerce/channels/languages"
import type { Storefront } from "@/lib/commerce/channels/storefront"
import { listCountries } from "@/lib/platform/countries"
import { newId } from "@/lib/platform/ids"
import { countryForm } from "./country-form"
import { startToken } from "./fill-time"

/** Where the form of a storefront stands. */
export const formHref = ({ slug, isDefault }: Pick<Storefront, "slug" | "isDefault">): string =>
  isDefault ? "/request" : `/request/at/${slug}`

/** The form of a storefront as it is handed out: `accepted` is what the reader's browser says of their languages. */
export function openForm(storefront: Storefront, accepted: string | null, now: Date) {
  const { slug, name, intro, isDefault } = storefront
  return {
    storeName: name,
    homeHref: isDefault ? "/" : formHref(storefront),
    at: isDefault ? "" : slug,
    intro,
    countries: listCountries(),
    country: countryForm(""),
    submissionKey: newId(),
    startedAt: startToken(now),
    language: likedLanguage(accepted, storefront),
  }
}

export type OpenForm = ReturnType<typeof openForm>
