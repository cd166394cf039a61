import type { Letter } from "./letters"

const style = `
:root { color-scheme: light dark; --desk: light-dark(#f3f6f5, #0b100f); --sheet: light-dark(#ffffff, #121817); --hover: light-dark(#f5f8f7, #18201f);
  --ink: light-dark(#12201e, #e5ecea); --ink-2: light-dark(#425150, #abb8b5); --line: light-dark(#e4e9e8, #232d2b); --accent: light-dark(#0a5d59, #6fd0c6); --focus: light-dark(#0b7a74, #7fe0d6) }
* { box-sizing: border-box }
body { margin: 0; background: var(--desk); color: var(--ink); font: 14px/20px "Inter Variable", Inter, system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 32px 16px 72px }
h1 { font-size: 24px; line-height: 32px; margin: 0 0 4px }
p { color: var(--ink-2); margin: 0 0 24px }
a { color: var(--accent) }
a:focus-visible, iframe:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
th { text-align: left; font-size: 12px; font-weight: 520; color: var(--ink-2) }
th, td { padding: 10px 12px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
tr:last-child td { border-bottom: 0 }
tbody tr:hover { background: var(--hover) }
time { white-space: nowrap; color: var(--ink-2); font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 16px 0 }
dt { color: var(--ink-2) }
dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: 8px; background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 16px; font: inherit }
h2 { font-size: 16px; margin: 24px 0 8px }`

// A letter that arrives while the list is open shows itself within two seconds.
const refresh = `setInterval(async () => {
  const page = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html").querySelector("main")
  const main = document.querySelector("main")
  if (page && page.innerHTML !== main.innerHTML) main.replaceChildren(...page.childNodes)
}, 2000)`

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const page = (title: string, body: string, script = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title><style>${style}</style></head><body><main>${body}</main>${script && `<script>${script}</script>`}</body></html>`

const time = (receivedAt: string) => `<time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace("T", " ")} UTC</time>`

function row(letter: Letter): string {
  const subject = `<a href="/letters/${letter.id}">${safe(letter.subject || "(no subject)")}</a>`
  return `<tr><td>${subject}</td><td>${safe(letter.to.join(", "))}</td><td>${time(letter.receivedAt)}</td></tr>`
}

export function listPage(letters: Letter[]): string {
  const table = `<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead><tbody>${letters.map(row).join("")}</tbody></table>`
  const said = "Every letter that the portal sends ends here. None goes out to the world."
  const empty = "<p>No letter yet. Submit a request, and its receipt arrives here.</p>"
  return page("Demo inbox", `<h1>Demo inbox</h1><p>${said}</p>${letters.length > 0 ? table : empty}`, refresh)
}

export function letterPage(letter: Letter): string {
  const facts = `<dl><dt>From</dt><dd>${safe(letter.from)}</dd><dt>To</dt><dd>${safe(letter.to.join(", "))}</dd><dt>Received</dt><dd>${time(letter.receivedAt)}</dd></dl>`
  const sandbox = "allow-popups allow-popups-to-escape-sandbox"
  const html = letter.html && `<iframe title="The letter" sandbox="${sandbox}" src="/letters/${letter.id}/html"></iframe>`
  const text = safe(letter.text).replace(
    /https?:\/\/[^\s<>&"')\]]+(?:&amp;[^\s<>&"')\]]+)*/g,
    '<a href="$&" target="_blank" rel="noopener">$&</a>',
  )
  const head = `<a href="/">Demo inbox</a><h1>${safe(letter.subject || "(no subject)")}</h1>`
  return page(letter.subject, `${head}${facts}${html}<h2>As text</h2><pre>${text}</pre>`)
}

/** The letter's own HTML, for the frame: its links open beside the inbox. */
export const letterHtml = (letter: Letter) => `<base target="_blank">${letter.html}`

export const missingPage = () =>
  page("Not here", `<h1>Not here</h1><p>This letter is not in the inbox any more. <a href="/">All letters</a></p>`)
