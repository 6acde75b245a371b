'use strict'
const { spawn } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { dropUnusablePin } = require('./pinned-node.cjs')
const { step } = require('./progress.cjs')

// Nothing that a package would run at its installation is needed, and some of it downloads from elsewhere.
// --no-save leaves package-lock.json alone; `npm ci` would first remove what a running app is made of.
const INSTALL = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]
const HEARTBEAT = 1_000
const STALE = 10_000

/** Makes node_modules what package-lock.json says, when it isn't yet; two commands that ask for it at once take turns. */
async function installMissing(root, command) {
  if (isInstalled(root, command)) return
  await alone(path.join(tmpdir(), `linnet-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`), async () => {
    if (isInstalled(root, command)) return
    await step('Installing packages', () => npm(root))
    dropUnusablePin(root)
  })
}

function hiddenLock(root) {
  return path.join(root, 'node_modules', '.package-lock.json')
}

/** True when every package that the lock file names is installed in its version, optional ones aside; `start` needs no development packages. */
function isInstalled(root, command) {
  if (!existsSync(hiddenLock(root))) return false
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(hiddenLock(root), 'utf8')).packages
  return Object.entries(wanted).every(([where, { version, optional, devOptional, dev, link }]) => {
    if (where === '' || link) return true
    if (present[where]) return present[where].version === version
    return Boolean(optional || devOptional || (dev && command === 'start'))
  })
}

/** Runs the work when nobody else holds the lock; a holder that died no longer touches its file. */
async function alone(lock, work) {
  while (!take(lock)) {
    if (Date.now() - touched(lock) > STALE) rmSync(lock, { force: true })
    else await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const heart = setInterval(() => utimesSync(lock, new Date(), new Date()), HEARTBEAT)
  const leave = () => rmSync(lock, { force: true })
  process.once('exit', leave)
  try {
    await work()
  } finally {
    clearInterval(heart)
    process.removeListener('exit', leave)
    leave()
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Error(`The packages cannot be installed, because ${lock} cannot be written.`)
  }
}

function touched(lock) {
  return statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}

/** Runs npm and keeps its words for the case that it fails. It must not run on the Node that it is about to replace. */
function npm(root) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { ...process.env, PATH: folders.join(path.delimiter) }
  const child = spawn('npm', INSTALL, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  const stop = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('npm was not found, and without it the packages cannot be installed.')))
    child.on('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(each, stop)
      if (code === 0) resolve()
      else
        reject(
          new Error(
            signal
              ? 'The installation was interrupted.'
              : `The packages could not be installed. npm said:\n${output.trim().split('\n').slice(0, 20).join('\n')}`,
          ),
        )
    })
  })
}

module.exports = { installMissing, isInstalled }
