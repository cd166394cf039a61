import { continueIn, installPackages } from "./bootstrap.mjs"

installPackages()
continueIn("house.mjs", process.argv.slice(2))
