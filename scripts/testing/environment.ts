const OF_THE_APP =
  /^(AUTH|NEXTAUTH|APP|DATABASE|DB|PG|LINNET|NEXT|VERCEL|UPLOADTHING|SMTP|MAIL|CRON|LOG|RATE|SECURITY|TRUST|WEB|METRICS|OTEL)_|^PG|^(PORT|HOSTNAME|NODE_ENV)$/

/** What every test signs with. */
export const TEST_SECRET = 'for the tests only: 32 bytes or more'

/** This machine's environment without anything that is meant for the app: a test neither mails nor uploads for whoever runs it. */
export function testEnvironment(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const machine = Object.entries(process.env).filter(([name]) => !OF_THE_APP.test(name))
  // Next's own word for "the .env files are read": theirs are not the tests' business either.
  return {
    ...Object.fromEntries(machine),
    __NEXT_PROCESSED_ENV: 'true',
    AUTH_SECRET: TEST_SECRET,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    ...own,
  }
}
