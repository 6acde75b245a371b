import { parseArgs } from 'node:util'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { deleteAccountOf, makeResetLink, removeTweet, setRole } from '@/lib/moderation/admin'
import { restore, suspend } from '@/lib/moderation/commands'
import { listAuditEntries } from '@/lib/moderation/queries'
import { resolveReport } from '@/lib/reports/commands'
import { listReports } from '@/lib/reports/queries'
import type { Report } from '@/lib/reports/schema'

const USAGE = `npm run admin -- …
  moderator NAME                   makes somebody a moderator
  member NAME                      takes that back
  suspend NAME [--note WHY]        signs them out and hides them and what they wrote
  restore NAME                     takes that back
  delete-account NAME --force      deletes an account for good
  delete-tweet ID [--note WHY]     deletes a tweet for good
  reset-password NAME              prints a link by which they choose a new one
  reports [--resolved]             lists what people reported, newest first
  dismiss REPORT [--note WHY]      answers a report by doing nothing
  log                              lists what moderators and you did, newest first`

type Options = { note?: string; force?: boolean; resolved?: boolean }
type Command = { needs?: string; run: (about: string, options: Options) => Promise<string> }

const COMMANDS: Record<string, Command> = {
  moderator: {
    needs: 'a username',
    run: async (name) => ((await setRole(name, 'moderator')) ? `@${name} is a moderator now.` : `@${name} is a moderator already.`),
  },
  member: {
    needs: 'a username',
    run: async (name) => ((await setRole(name, 'member')) ? `@${name} is no moderator any more.` : `@${name} is no moderator.`),
  },
  suspend: {
    needs: 'a username',
    run: async (name, { note }) => `@${(await suspend('admin', name, { note })).user.username} is suspended.`,
  },
  restore: { needs: 'a username', run: async (name) => `@${(await restore('admin', name)).user.username} is restored.` },
  'delete-account': {
    needs: 'a username',
    run: async (name, { note, force }) => {
      if (!force) throw new AppError('validation_failed', `This deletes everything of @${name} for good. To do so, add --force.`)
      await deleteAccountOf(name, note)
      return `The account of @${name} is deleted.`
    },
  },
  'delete-tweet': {
    needs: 'the id of a tweet',
    run: async (id, { note }) => {
      await removeTweet(id, note)
      return 'The tweet is deleted.'
    },
  },
  'reset-password': {
    needs: 'a username',
    run: async (name) => `Give this link to @${name} and to nobody else. It works once, for an hour:\n${await makeResetLink(name)}`,
  },
  dismiss: {
    needs: 'the id of a report',
    run: async (id, { note }) => {
      await resolveReport('admin', id, { action: 'dismiss', note })
      return 'The report is dismissed.'
    },
  },
  reports: { run: (_, { resolved }) => allReports(resolved ? 'resolved' : 'open') },
  log: { run: () => wholeLog() },
}

/** As many as one looks through on a terminal. */
const MOST = 100

async function allReports(status: 'open' | 'resolved'): Promise<string> {
  const { items, nextCursor } = await listReports('admin', { status, limit: String(MOST) })
  return lines(items.map(inWords), nextCursor, status === 'open' ? 'No report is open.' : 'No report was resolved yet.')
}

function inWords({ id, createdAt, reason, note, reporter, user, tweet, resolution }: Report): string {
  const about = tweet ? `tweet ${tweet.id} of @${user.username}` : `@${user.username}`
  const said = tweet && !('deleted' in tweet) ? `\n    ${JSON.stringify(tweet.content)}` : ''
  const done = resolution ? ` (${resolution})` : ''
  return `${id}  ${createdAt}  ${reason}: ${about}, by @${reporter.username}${done}${said}${note ? `\n    Note: ${JSON.stringify(note)}` : ''}`
}

async function wholeLog(): Promise<string> {
  const { items, nextCursor } = await listAuditEntries('admin', { limit: String(MOST) })
  const written = items.map(
    ({ createdAt, actor, action, subject, note }) =>
      `${createdAt}  ${actor}: ${action} ${subject}${note ? ` ${JSON.stringify(note)}` : ''}`,
  )
  return lines(written, nextCursor, 'Nothing was done yet.')
}

function lines(written: string[], nextCursor: string | null, none: string): string {
  return [...(written.length > 0 ? written : [none]), ...(nextCursor ? [`The newest ${MOST}; /moderation has the rest.`] : [])].join('\n')
}

/** Runs what the arguments ask for, and answers what is to be printed. Throws AppError and, for arguments that say nothing, TypeError. */
async function run(args: string[]): Promise<string> {
  const options = { note: { type: 'string' }, force: { type: 'boolean' }, resolved: { type: 'boolean' } } as const
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
  const [name = '', about, ...more] = positionals
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || more.length > 0 || (about === undefined) !== (command.needs === undefined)) throw new TypeError(wrong(name, command))
  return command.run((about ?? '').replace(/^@/, ''), { ...values, note: values.note ?? '' })
}

function wrong(name: string, command: Command | undefined): string {
  if (!command) return name ? `There is no "${name}" here.` : 'Say what to do.'
  return command.needs ? `${name} needs ${command.needs}, and nothing more.` : `${name} needs no name.`
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  if (error instanceof AppError) console.error(error.detail)
  else if (error instanceof TypeError) console.error(`${error.message}\n\n${USAGE}`)
  else throw error
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
