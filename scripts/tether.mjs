// Loaded ahead of a child's own program: when the parent is gone, even by kill -9, nobody would stop the child.
// A child's own children inherit this module and a channel that is not ours: they are left alone.
if (process.channel && process.env.TETHERED_TO === String(process.ppid)) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM")
    setTimeout(() => process.exit(1), 8000).unref()
  })
  process.channel.unref()
}
