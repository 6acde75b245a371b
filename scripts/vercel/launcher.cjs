'use strict'
const { createServer } = require('node:http')
const path = require('node:path')

// Serves the function of Vercel's output in whose folder this runs.
const answer = require(path.join(process.cwd(), '___next_launcher.cjs'))
createServer(answer).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'))
