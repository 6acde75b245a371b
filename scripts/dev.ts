import { command } from '@/scripts/lifetime'
import { serve } from '@/scripts/serve'
import { readSettings } from '@/scripts/settings'

command(() => serve(readSettings('development'), { mode: 'dev', prepare: async () => {} }), { interrupted: 0 })
