import { command } from '@/scripts/lifetime'
import { startEmbedded } from '@/scripts/postgres/embedded'

// For the tests of a command's life: a command that does nothing but keep the database of the data folder named on its command line.
command(
  async () => {
    console.log(await startEmbedded(String(process.argv[2]), { command: 'the first command' }))
    return new Promise(() => {})
  },
  { interrupted: 0 },
)
