import { readdirSync } from "node:fs"
import { basename, dirname } from "node:path"

/** A folder in round brackets gathers pages and is no part of their address. */
const isInAddress = (folder: string) => folder !== "." && !folder.startsWith("(")

/** The addresses that files of these names answer under `app`, with `[id]` where they differ. */
export const routesOf = (...files: string[]): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => files.includes(basename(path)))
    .map((path) => `/${dirname(path).split("/").filter(isInAddress).join("/")}`)
