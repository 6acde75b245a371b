import { command } from '@/scripts/lifetime'
import { Refusal } from '@/scripts/refusal'
import { total } from '@/scripts/testing/counts'
import { throwAwayFolder } from '@/scripts/testing/folder'
import { runSteps, STEPS } from '@/scripts/testing/steps'

command(async () => {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => !STEPS[name])
  if (unknown) throw new Refusal(`There are no "${unknown}" tests: choose from ${Object.keys(STEPS).join(', ')}.`)
  const { passed, failed } = total(await runSteps(names.length > 0 ? names : Object.keys(STEPS), throwAwayFolder()))
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
