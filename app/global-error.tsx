'use client'

import './globals.css'
import { Failed } from '@/components/layout/failed'

export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Linnet</title>
        <main>
          <Failed retry={retry} />
        </main>
      </body>
    </html>
  )
}
