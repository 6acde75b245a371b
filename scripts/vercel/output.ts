import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a function of Vercel's output says of itself; `filePathMap` has the files that it gets, by where it finds them. */
export type FunctionConfig = { runtime?: string; maxDuration?: number; filePathMap?: Record<string, string> }

/** What the plans of Vercel allow (https://vercel.com/docs/functions/limitations). */
const MOST_BYTES = 250 * 1024 ** 2
const MOST_SECONDS = 60

/** What is wrong with the output of `vercel build`, in sentences. */
export function problemsOf(tree: string): string[] {
  const output = join(tree, '.vercel/output')
  const { crons, overrides = {} } = readJson(join(output, 'config.json'))
  const wanted = readJson(join(tree, 'vercel.json')).crons
  const routes: string[] = Object.values(readJson(join(tree, '.next/app-path-routes-manifest.json')))
  const files = [...Object.values<{ path?: string }>(overrides).map(({ path }) => path), ...readdirSync(join(output, 'static'))]
  const isAnswered = (route: string) => existsSync(folderOf(tree, route)) || files.includes(route.slice(1))
  return [
    ...(JSON.stringify(crons) === JSON.stringify(wanted) ? [] : [`The jobs are ${JSON.stringify(crons)}.`]),
    ...routes.filter((route) => !isAnswered(route)).map((route) => `Nothing answers ${route}.`),
    ...functionsIn(join(output, 'functions')).flatMap((folder) => problemsOfFunction(tree, folder)),
  ]
}

/** The folder of the function that answers this route. */
export function folderOf(tree: string, route: string): string {
  return join(tree, '.vercel/output/functions', `${route === '/' ? 'index' : route}.func`)
}

/** What the function in this folder says of itself. */
export function configOf(folder: string): FunctionConfig {
  return readJson(join(folder, '.vc-config.json'))
}

function problemsOfFunction(tree: string, folder: string): string[] {
  const { runtime, maxDuration = 0, filePathMap = {} } = configOf(folder)
  const name = relative(join(tree, '.vercel/output/functions'), folder)
  const files = Object.values(filePathMap).filter((file) => existsSync(join(tree, file)))
  const bytes = files.reduce((sum, file) => sum + statSync(join(tree, file)).size, 0)
  // The command line of Vercel takes the example along; it is nobody's.
  const strange = Object.keys(filePathMap).filter((file) => !/^(node_modules|\.next)\/|^\.env\.example$/.test(file))
  return [
    ...(runtime === 'nodejs24.x' ? [] : [`${name} runs on ${runtime}.`]),
    ...(bytes < MOST_BYTES ? [] : [`${name} has ${bytes} bytes.`]),
    ...(maxDuration <= MOST_SECONDS ? [] : [`${name} may last ${maxDuration} seconds.`]),
    ...strange.map((file) => `${name} takes ${file} along.`),
  ]
}

/** The folders of functions, each once, however many routes it answers. */
function functionsIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.func'))
  return [...new Set(found.map((path) => realpathSync(join(folder, path))))]
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
