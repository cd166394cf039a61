import { describe, expect, test } from "vitest"
import { fillBody, hiddenLink, type LetterValues } from "./fill"
import { readMarks } from "./marks"
import { writeLetter } from "./write-letter"

const store = { storename: "Harbourline", storeurl: "https://harbourline.example" }
const write = (body: string, values: LetterValues = {}, subject = "Hello") =>
  writeLetter({ subject, body, language: "en", values: { ...store, ...values } })
const kinds = (body: string) => readMarks(body).map(({ kind }) => kind)

describe("marks", () => {
  test.each([
    ["# Title", ["title"]],
    ["## Heading", ["heading"]],
    ["One line\nand another", ["words"]],
    ["One\n\nTwo", ["words", "words"]],
    ["- One\n- Two", ["list"]],
    ["1. One\n2. Two", ["list"]],
    ["- One\n1. Two", ["list", "list"]],
    ["> Said\n> so", ["said"]],
    ["~ Small", ["quiet"]],
    ["[[Open]](%link%)", ["button"]],
    ["Words\n- and a list\nand words", ["words", "list", "words"]],
    ["#No title\n-no item\n2.no item", ["words"]],
    ["# One\n# Two", ["title", "title"]],
    ["", []],
  ])("%j is %j", (body, expected) => {
    expect(kinds(body)).toEqual(expected)
  })

  test("stand in words: bold, links, placeholders; a sign after a backslash is a sign", () => {
    const { html, text } = write("**%company%** gets [the list](https://a.example/x?y=1&z=2), 50 \\%off\\% and \\*\\*no bold\\*\\*", {
      company: "Áfra",
    })
    expect(html).toContain("<strong>Áfra</strong>")
    expect(html).toContain('href="https://a.example/x?y=1&amp;z=2"')
    expect(text).toContain("Áfra gets the list (https://a.example/x?y=1&z=2), 50 %off% and **no bold**")
  })
})

describe("what placeholders stand for", () => {
  test("is text, whatever it looks like", () => {
    const hostile = `<img src=x onerror=alert(1)>** [x](https://evil.example) %link%\n# no title`
    const { html, text } = write("Hello %company%,", { company: hostile, link: "https://a.example/secret" })
    expect(html).not.toContain("<img")
    expect(html).not.toContain('evil.example"')
    expect(html).not.toContain("secret")
    expect(html.match(/<h1/g)).toBeNull()
    expect(text).toContain(hostile)
  })

  test("leaves a paragraph, an item or a button out where all of it stands for nothing", () => {
    const body = "%reason%\n\n> %note%\n\n~ Open for %days% days.\n\n[[%button%]](%link%)\n\nHello %firstname% of %company%"
    expect(fillBody(body, { firstname: "", company: "Áfra" }).map(({ kind }) => kind)).toEqual(["words"])
  })

  test("keeps its lines and its paragraphs", () => {
    const { html, text } = write("> %note%", { note: "One\ntwo\n\nThree" })
    expect(html).toContain("One<br>two")
    expect(html.match(/class="said"/g)).toHaveLength(2)
    expect(text).toContain("One\ntwo\n\nThree")
  })

  test("may be our own link inside of words, and nobody else's", () => {
    const { html } = write("%text%", { text: "Look at https://a.example/own, not at https://b.example", link: "https://a.example/own" })
    expect(html).toContain('href="https://a.example/own"')
    expect(html).not.toContain('href="https://b.example"')
  })

  test("fills a subject on one line", () => {
    expect(write("x", { company: "A\r\nBcc: all@b.example" }, "About %company%").subject).toBe("About A Bcc: all@b.example")
  })

  test("may be lines of a list that the product makes", () => {
    const leads = [
      { text: "Áfra", href: "https://a.example/1", after: ": breached." },
      { text: "", href: null, after: "And 3 more." },
    ]
    const { html, text } = write("%leads%", { leads })
    expect(html).toContain('href="https://a.example/1"')
    expect(text).toContain("Áfra (https://a.example/1): breached.\n\nAnd 3 more.")
  })
})

test("a link that is kept hidden leads nowhere", () => {
  const { html, text } = write("[[Set your password]](%link%)", { link: hiddenLink })
  expect(html).not.toContain(`href="${hiddenLink}"`)
  expect(text).toContain(`Set your password:\n${hiddenLink}`)
})

test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example"])("a link to %s leads nowhere", (href) => {
  expect(write(`[x](${href})`).html).not.toContain(`href="${href}`)
})

test("a preview is in the light or the dark without a style sheet, and a mail carries both", () => {
  const letter = { subject: "S", body: "# Hello", language: "sv", values: store }
  expect(writeLetter({ ...letter, face: { scheme: "dark", isNarrow: true } }).html).not.toContain("<style>")
  expect(writeLetter({ ...letter, face: { scheme: "dark", isNarrow: false } }).html).toContain("#0b100f")
  const { html } = writeLetter(letter)
  expect(html).toContain("prefers-color-scheme:dark")
  expect(html).toContain('<html lang="sv"')
  expect(html).toContain("Skickat av Harbourline")
})
