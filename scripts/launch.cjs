'use strict'
const { spawn } = require('node:child_process')
const { constants } = require('node:os')
const path = require('node:path')
const { installMissing } = require('./install.cjs')
const { pinnedNode } = require('./pinned-node.cjs')

const root = path.dirname(__dirname)

/** Installs what is missing, runs scripts/<command>.ts on the pinned Node, hands every signal on to it and ends as it ended. */
async function launch(command, args) {
  try {
    await installMissing(root, command)
    const node = pinnedNode(root)
    if (!node && /^(test|check)$/.test(command) && olderThan(22, 12))
      throw new Error(`The tests need Node.js 22.12 or newer, and this is ${process.versions.node}.`)
    follow(run(node ?? process.execPath, command, args))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

function olderThan(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  return ourMajor < major || (ourMajor === major && ourMinor < minor)
}

function run(node, command, args) {
  const binaries = path.join(root, 'node_modules', '.bin')
  return spawn(node, ['--import', 'tsx', path.join(root, 'scripts', `${command}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [binaries, process.env.PATH].join(path.delimiter) },
  })
}

function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm hands signals on, except the ones that it cannot survive: without npm there is nobody left to stop us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

module.exports = { launch }
