import { command } from '@/scripts/lifetime'
import { total } from '@/scripts/testing/counts'
import { throwAwayFolder } from '@/scripts/testing/folder'
import { runSteps } from '@/scripts/testing/steps'

command(async () => {
  const { passed, failed } = total(await runSteps(['format', 'lint', 'types', 'unit'], throwAwayFolder()))
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
