import { buildForTests } from '@/scripts/testing/end-to-end'

/** Builds the app, unless the build is that of the end-to-end tests already. */
export default function build(): Promise<void> {
  return buildForTests()
}
