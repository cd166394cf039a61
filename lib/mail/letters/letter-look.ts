// Mail programs know no custom properties, so the tokens of the product stand here as values: light inline, dark by class where a program allows it.
const font = 'Inter, "Segoe UI", -apple-system, "Helvetica Neue", Arial, sans-serif'

export const look = {
  desk: { backgroundColor: "#f3f6f5", color: "#12201e", fontFamily: font, margin: 0, padding: "32px 12px" },
  sheet: { backgroundColor: "#ffffff", border: "1px solid #e4e9e8", borderRadius: "8px", maxWidth: "560px", padding: "32px 36px" },
  brand: { color: "#0a5d59", fontSize: "15px", fontWeight: 650, lineHeight: "20px", margin: "0 0 24px" },
  title: { color: "#12201e", fontSize: "22px", fontWeight: 650, letterSpacing: "-0.01em", lineHeight: "30px", margin: "0 0 12px" },
  words: { color: "#12201e", fontSize: "16px", lineHeight: "25px", margin: "0 0 16px" },
  quiet: { color: "#5c6b68", fontSize: "14px", lineHeight: "21px", margin: "0 0 12px" },
  said: { borderLeft: "3px solid #9fc8c4", margin: "0 0 20px", padding: "2px 0 2px 16px" },
  saidWords: { color: "#425150", fontSize: "16px", lineHeight: "25px", margin: 0 },
  button: {
    backgroundColor: "#0a5d59",
    borderRadius: "6px",
    color: "#ffffff",
    display: "inline-block",
    fontSize: "16px",
    fontWeight: 600,
    lineHeight: "20px",
    margin: "8px 0 24px",
    padding: "12px 20px",
    textDecoration: "none",
  },
  line: { borderColor: "#e4e9e8", borderTop: "1px solid #e4e9e8", margin: "8px 0 20px" },
  link: { color: "#0a5d59", textDecoration: "underline" },
} as const

export const darkLook = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .desk, .desk > table > tbody > tr > td { background-color: #0b100f !important; color: #e5ecea !important }
  .sheet { background-color: #121817 !important; border-color: #232d2b !important }
  .title, .words { color: #e5ecea !important }
  .quiet, .said-words { color: #abb8b5 !important }
  .brand, .link { color: #6fd0c6 !important }
  .button { background-color: #57bfb5 !important; color: #04211f !important }
  .button span { color: #04211f !important }
  .line { border-color: #232d2b !important }
  .said { border-color: #2c5f5a !important }
}
@media (max-width: 480px) {
  .sheet > tbody > tr > td { padding: 24px 20px !important }
}`
