// Mail programs know no custom properties, so the tokens of the product stand here as values: light inline, dark by class where a program allows it.
const font = `Inter, "Segoe UI", -apple-system, "Helvetica Neue", Arial, sans-serif`

type Styles = Readonly<Record<string, string>>

const light = {
  desk: { "background-color": "#f3f6f5", color: "#12201e", "font-family": font, margin: "0" },
  place: { padding: "32px 12px" },
  sheet: { "background-color": "#ffffff", border: "1px solid #e4e9e8", "border-radius": "8px", "max-width": "560px", width: "100%" },
  page: { padding: "32px 36px", "text-align": "left" },
  brand: { color: "#0a5d59", "font-size": "15px", "font-weight": "650", "line-height": "20px", margin: "0 0 24px" },
  title: {
    color: "#12201e",
    "font-size": "22px",
    "font-weight": "650",
    "letter-spacing": "-0.01em",
    "line-height": "30px",
    margin: "0 0 12px",
  },
  heading: { color: "#12201e", "font-size": "17px", "font-weight": "650", "line-height": "25px", margin: "24px 0 8px" },
  words: { color: "#12201e", "font-size": "16px", "line-height": "25px", margin: "0 0 16px", "overflow-wrap": "anywhere" },
  list: { color: "#12201e", "font-size": "16px", "line-height": "25px", margin: "0 0 16px", padding: "0 0 0 22px" },
  item: { margin: "0 0 4px" },
  quiet: { color: "#5c6b68", "font-size": "14px", "line-height": "21px", margin: "0 0 12px" },
  said: { "border-left": "3px solid #9fc8c4", margin: "0 0 20px", padding: "2px 0 2px 16px" },
  saidWords: { color: "#425150", "font-size": "16px", "line-height": "25px", margin: "0", "overflow-wrap": "anywhere" },
  button: { "background-color": "#0a5d59", "border-radius": "6px" },
  buttonPlace: { margin: "8px 0 24px" },
  buttonWords: {
    color: "#ffffff",
    display: "inline-block",
    "font-size": "16px",
    "font-weight": "600",
    "line-height": "20px",
    padding: "12px 20px",
    "text-decoration": "none",
  },
  line: { border: "0", "border-top": "1px solid #e4e9e8", margin: "8px 0 20px" },
  link: { color: "#0a5d59", "text-decoration": "underline" },
} as const satisfies Record<string, Styles>

export type LetterPart = keyof typeof light

/** What is otherwise in the dark. */
const dark: Partial<Record<LetterPart, Styles>> = {
  desk: { "background-color": "#0b100f", color: "#e5ecea" },
  sheet: { "background-color": "#121817", border: "1px solid #232d2b" },
  title: { color: "#e5ecea" },
  heading: { color: "#e5ecea" },
  words: { color: "#e5ecea" },
  list: { color: "#e5ecea" },
  quiet: { color: "#abb8b5" },
  saidWords: { color: "#abb8b5" },
  brand: { color: "#6fd0c6" },
  link: { color: "#6fd0c6" },
  button: { "background-color": "#57bfb5" },
  buttonWords: { color: "#04211f" },
  line: { "border-top": "1px solid #232d2b" },
  said: { "border-left": "3px solid #2c5f5a" },
}

const text = (styles: Styles, end = "") =>
  Object.entries(styles)
    .map(([name, value]) => `${name}:${value}${end}`)
    .join(";")

/** How a letter is looked at: as its reader's mail program has it, or, in a preview, in one way. */
export type Face = { scheme: "light" | "dark"; isNarrow: boolean } | null

/** The style of a part, as it stands in its attribute. */
export const styleOf = (part: LetterPart, face: Face): string =>
  text({
    ...light[part],
    ...(face?.scheme === "dark" ? dark[part] : {}),
    ...(face?.isNarrow && part === "page" ? { padding: "24px 20px" } : {}),
  })

/** What mail programs that know the dark, or that are narrow, do otherwise. */
export const sheetOfStyles = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${Object.entries(dark)
  .map(([part, styles]) => `.${part}{${text(styles, " !important")}}`)
  .join("")}}
@media (max-width:480px){.page{padding:24px 20px !important}}`
