import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { describe, expect, test } from "vitest"

const sources = ["app", "components", "lib", "prisma"]
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => join(room, path)))
  .filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      !path.startsWith("prisma/generated") &&
      !/\.(test|spec)\.tsx?$/.test(path) &&
      !/(^|\/)testing[^/]*\.tsx?$/.test(path),
  )
  .map((path) => ({ path, text: readFileSync(path, "utf8") }))

type Import = { from: string; to: string; isType: boolean }

/** The house's own files that a file imports, as paths from the root, without their ending. */
function importsOf({ path, text }: { path: string; text: string }): Import[] {
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm)
  return [...found].flatMap(([, type, named, lazy]) => {
    const target = named ?? lazy ?? ""
    const to = target.startsWith("@/") ? target.slice(2) : target.startsWith(".") ? normalize(join(dirname(path), target)) : null
    return to ? [{ from: path, to, isType: type !== undefined }] : []
  })
}

const imports = sources.flatMap(importsOf)

const isDoor = (path: string) =>
  path.startsWith("app/") || /(^|\/)actions(\.ts)?$/.test(path) || /^lib\/(reactions|office-nav)(\.ts)?$/.test(path)

/** The rooms that a room may look down into; itself is understood. `prisma/generated` is everybody's floor. */
const mayEnter: Record<string, string[]> = {
  "lib/events": [],
  "lib/platform": ["lib/events"],
  "lib/identity": ["lib/platform", "lib/events"],
  "lib/sales": ["lib/identity", "lib/platform"],
  "lib/commerce": ["lib/identity", "lib/platform"],
  "lib/views": ["lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/mail": ["lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/sync": ["lib/mail", "lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/onboarding": ["lib/sync", "lib/mail", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/exchange": ["lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/search": ["lib/views", "lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/bulk": ["lib/exchange", "lib/sync", "lib/mail", "lib/views", "lib/sales", "lib/commerce", "lib/identity", "lib/platform"],
  "lib/settings": ["lib/exchange", "lib/sync", "lib/mail", "lib/identity", "lib/platform"],
  "lib/portal": ["lib/mail", "lib/commerce", "lib/identity", "lib/platform"],
}

/** What would take a database connection with it. */
const isServerOnly = (path: string) => /\/(db|queries|ledger|context|sessions|action)$/.test(path)

const roomOf = (path: string): string =>
  path
    .split("/")
    .slice(0, 2)
    .join("/")
    .replace(/\.tsx?$/, "")

describe("the import law", () => {
  test("arrows only go down, and Sales and Commerce are strangers", () => {
    const sins = imports
      .filter(({ from }) => from.startsWith("lib/") && !isDoor(from))
      .filter(({ from, to }) => {
        const [here, there] = [roomOf(from), roomOf(to)]
        if (here === there || to.startsWith("prisma/generated")) return false
        return isDoor(to) || !(mayEnter[here] ?? []).includes(there)
      })
    expect(sins.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test("faces look at faces below them, at doors, and at what is browser-safe", () => {
    // The conditions of rules are built with the filters of views.
    const faces = (here: string) => ["components/ui", "components/shell", ...(here === "components/rules" ? ["components/views"] : [])]
    const sins = imports.filter(({ from, to, isType }) => {
      if (!from.startsWith("components/")) return false
      const here = roomOf(from)
      if (to.startsWith("components/")) {
        const there = roomOf(to)
        if (here === there) return false
        return (
          here === "components/ui" ||
          (here === "components/shell" && there !== "components/ui") ||
          (!faces(here).includes(here) && !faces(here).includes(there))
        )
      }
      if (isType || isDoor(to)) return false
      // How a time or a sentence is written has no domain: it is the same in rules, letters and faces.
      if (here === "components/ui") return to !== "lib/platform/moment-text" && to !== "lib/platform/first-letter"
      if (here === "components/shell") return !/^lib\/(platform|identity)\//.test(to) || isServerOnly(to)
      return isServerOnly(to)
    })
    expect(sins.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test("no face sees a database row", () => {
    expect(imports.filter(({ from, to }) => from.startsWith("components/") && to.startsWith("prisma/")).map(({ from }) => from)).toEqual([])
  })

  // Neither types nor a build tell: of what the browser draws the server has the name alone, and calling it ends the page.
  test("what the server takes from a client component is a component", () => {
    const clients = new Map(sources.map(({ path, text }) => [path.replace(/\.tsx?$/, ""), text.startsWith('"use client"')]))
    const sins = sources
      .filter(({ path }) => !clients.get(path.replace(/\.tsx?$/, "")))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)].map(([, names = "", from = ""]) => ({ path, names, from })),
      )
      .filter(({ path, from }) => clients.get(from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(path), from))))
      .flatMap(({ path, names }) =>
        names.split(",").flatMap((name) => (/^\s*(?!type\s|use[A-Z])[a-z]/.test(name) ? [`${path}: ${name.trim()}`] : [])),
      )
    expect(sins).toEqual([])
  })

  test("the law sees a sin that is planted", () => {
    const planted = importsOf({
      path: "lib/sales/leads/sin.ts",
      text: 'import { moveProspect } from "@/lib/commerce/prospects/move-prospect"\n',
    })
    expect(planted).toEqual([{ from: "lib/sales/leads/sin.ts", to: "lib/commerce/prospects/move-prospect", isType: false }])
    expect(mayEnter["lib/sales"]).not.toContain(roomOf(planted[0]?.to ?? ""))
  })
})

describe("doors", () => {
  const doors = sources.filter(({ path }) => path.endsWith("/actions.ts"))

  test('"use server" stands in actions.ts alone', () => {
    expect(
      sources.filter(({ text, path }) => /^\s*["']use server["']/m.test(text) && !path.endsWith("/actions.ts")).map(({ path }) => path),
    ).toEqual([])
    expect(doors.filter(({ text }) => !text.startsWith('"use server"')).map(({ path }) => path)).toEqual([])
  })

  test("every export of actions.ts is built by a wrapper", () => {
    const unbuilt = doors.flatMap(({ path, text }) =>
      [...text.matchAll(/^export\s.*$/gm)]
        .map(([line]) => line)
        .filter(
          (line) => !/^export const \w+ = (staffAction|publicAction|partnerAction|signedInAction|formAction|requestForm)\b/.test(line),
        )
        .map((line) => `${path}: ${line}`),
    )
    expect(unbuilt).toEqual([])
  })

  test("every page of the office and the portal asks for the person", () => {
    const pages = sources.filter(({ path }) => /^app\/\((office|portal)\)\/.*page\.tsx$/.test(path))
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter(({ text }) => !/await require(Staff|Partner)\(/.test(text)).map(({ path }) => path)).toEqual([])
  })
})

test("the environment is read in one file", () => {
  const readers = sources.filter(({ text }) => text.includes("process.env")).map(({ path }) => path)
  expect(readers.filter((path) => !["lib/platform/env.ts"].includes(path))).toEqual([])
})

test("only the move commands, and Undo, write a status", () => {
  const movers =
    /\/(move-[a-z]+|open-[a-z]+|convert-lead|undo-decision|add-member|grant-partnership|deliver|claim-mail|retry-mail|set-map)\.ts$/
  const writes =
    /\b(lead|opportunity|prospect|customer|hierarchyMember)\.(update|updateMany|upsert)\(\{[^}]*\}?,?\s*data:\s*\{[^}]*\b(status|statusReason|state)\b/
  expect(
    sources.filter(({ path, text }) => path.startsWith("lib/") && writes.test(text) && !movers.test(path)).map(({ path }) => path),
  ).toEqual([])
})

test("no file is a bag", () => {
  const bags = sources
    .filter(({ path }) => /\/(utils?|helpers?|types|constants|services?|index|misc|common)\.tsx?$/.test(path))
    .map(({ path }) => path)
  expect(bags).toEqual([])
})
