import { ensureBuilt } from '@/scripts/build'
import { DIST_DIR } from '@/scripts/testing/end-to-end'
import { testEnvironment } from '@/scripts/testing/environment'

/** Builds the app, unless the build is that of the end-to-end tests already. */
export default function build(): Promise<void> {
  return ensureBuilt(DIST_DIR, testEnvironment({ NODE_ENV: 'production' }))
}
