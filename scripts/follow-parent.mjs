// Preloaded into what a command starts: when the command is killed outright, what it started ends too instead of holding its port.
if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 5_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
