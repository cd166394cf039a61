import { parse } from "tldts"
import { fold } from "@/lib/platform/fold"

/** Legal forms that say nothing about which company it is; compared after folding, without dots. */
const legalForms = new Set(
  `ab ag aps as asa bv bvba co company corp corporation dac doo eirl eood gmbh gbr inc incorporated kg kft kk lda limitada limited llc llp lp ltd ltda mbh nv oy oyj
  ohg plc pte pty pvt private ptyltd sa sab sae saic sal sarl sas sasu sc scs sdn bhd se sia sl slu sp spa spol sprl srl sro tov uab ug ul vof zoo ooo sti`
    .split(/\s+/)
    .filter(Boolean),
)

/** Addresses at these domains say nothing about the company. */
const sharedDomains = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "ymail.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "gmx.com",
  "web.de",
  "t-online.de",
  "proton.me",
  "protonmail.com",
  "mail.com",
  "mail.ru",
  "yandex.ru",
  "qq.com",
  "163.com",
  "126.com",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "laposte.net",
  "libero.it",
  "sapo.pt",
  "uol.com.br",
  "bol.com.br",
  "wp.pl",
  "o2.pl",
  "zoho.com",
  "fastmail.com",
])

/** A company's name as matching sees it: folded, without punctuation and legal form. Never empty for a name that has letters. */
export function nameKey(companyName: string): string {
  const words = fold(companyName)
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
  const telling = words.filter((word) => word.length > 1 && !legalForms.has(word))
  return (telling.length > 0 ? telling : words).join(" ")
}

/** The registrable domain of a website, or of an email that is not at a shared mail service; null where neither tells. */
export function companyDomain(website: string | null, email: string | null): string | null {
  const fromWebsite = website ? parse(website).domain : null
  if (fromWebsite) return fromWebsite
  const fromEmail = email ? parse(email.slice(email.indexOf("@") + 1)).domain : null
  return fromEmail && !sharedDomains.has(fromEmail) ? fromEmail : null
}
