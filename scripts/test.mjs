import { continueIn, installPackages } from "./bootstrap.mjs"

installPackages()
continueIn("checks.mjs", process.argv.slice(2))
