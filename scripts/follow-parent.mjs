// Preloaded into what a command starts: when the command is killed outright, what it started ends too instead of holding its port.
import { isMainThread } from 'node:worker_threads'

const parent = Number(process.env.LINNET_PARENT)

// What this process starts in turn inherits the preload and the variable, and is its own business.
if (isMainThread && process.ppid === parent) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    setTimeout(() => process.exit(1), 5_000).unref()
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  timer.unref()
}
