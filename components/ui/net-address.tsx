import { Fragment } from "react"

/** An email or web address that breaks where its parts meet, where it has to break. */
export function NetAddress({ text }: { text: string }) {
  return text.split(/(?<=@)|(?=\.)/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
