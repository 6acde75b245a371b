'use strict'
const { stdout } = process

/**
 * Shows the label while the work runs, and how long it took when it is done.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(label, work) {
  const begun = Date.now()
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`
  const stopShowing = stdout.isTTY ? spin(label, seconds) : remind(label, seconds)
  try {
    const result = await work()
    stopShowing(`✓ ${label} (${seconds()})`)
    return result
  } catch (error) {
    stopShowing(`✗ ${label} (${seconds()})`)
    throw error
  }
}

/** On a terminal: one line that counts the seconds. */
function spin(label, seconds) {
  const show = () => stdout.write(`\r\x1b[2K… ${label} (${seconds()})`)
  show()
  const timer = setInterval(show, 100)
  return (last) => {
    clearInterval(timer)
    stdout.write(`\r\x1b[2K${last}\n`)
  }
}

/** In a file: a line when the work turns out to take longer than a second, and one every ten seconds. */
function remind(label, seconds) {
  const first = setTimeout(() => stdout.write(`… ${label}\n`), 1_000)
  const timer = setInterval(() => stdout.write(`… ${label} (${seconds()})\n`), 10_000)
  return (last) => {
    clearTimeout(first)
    clearInterval(timer)
    stdout.write(`${last}\n`)
  }
}

/**
 * The same for work that says how far it is.
 * @template T
 * @param {string} label
 * @param {(show: (done: number, all: number) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function bar(label, work) {
  const begun = Date.now()
  let shown = 0
  const show = (done, all) => {
    const share = all > 0 ? done / all : 1
    const wait = stdout.isTTY ? 100 : 10_000
    if (Date.now() - shown < wait && done < all) return
    shown = Date.now()
    const drawn = '█'.repeat(Math.round(20 * share)).padEnd(20, '░')
    const line = `… ${label} ${drawn} ${Math.floor(100 * share)} % (${((Date.now() - begun) / 1000).toFixed(1)} s)`
    stdout.write(stdout.isTTY ? `\r\x1b[2K${line}${done < all ? '' : '\n'}` : `${line}\n`)
  }
  const result = await work(show)
  stdout.write(`✓ ${label} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`)
  return result
}

module.exports = { bar, step }
