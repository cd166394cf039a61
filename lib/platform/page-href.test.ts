import { expect, test } from "vitest"
import { pageHref } from "./page-href"

test.each<[Parameters<typeof pageHref>[1], string]>([
  [{}, "/runs"],
  [{ q: "", of: null, after: 0, show: undefined }, "/runs"],
  [{ q: "Söhne & Co", after: 50 }, "/runs?q=S%C3%B6hne+%26+Co&after=50"],
])("What is asked of a page stands in its address, blanks do not: %j", (asked, href) => expect(pageHref("/runs", asked)).toBe(href))
