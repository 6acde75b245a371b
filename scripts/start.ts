import { ensureBuilt } from '@/scripts/build'
import { command } from '@/scripts/lifetime'
import { serve } from '@/scripts/serve'
import { readSettings } from '@/scripts/settings'

command(
  async () => {
    const settings = readSettings('production')
    return serve(settings, { mode: 'start', prepare: (env) => ensureBuilt(settings.distDir, env) })
  },
  { interrupted: 0 },
)
