'use strict'
// The first thing every command in package.json runs. Written so that even an old Node can read it as far as the sentence below.
var version = process.versions.node.split('.').map(Number)

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Linnet needs Node.js 20.19 or newer, and this is %s. Get one from https://nodejs.org and try again.',
    process.versions.node,
  )
  process.exit(1)
}

require('./launch.cjs').launch(process.argv[2], process.argv.slice(3))
