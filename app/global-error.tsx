'use client'

import './globals.css'
import { Failed } from '@/components/layout/failed'

/** Where not even the layout could be made there are no words to read. */
const ENGLISH = {
  failed: 'Something went wrong on our side',
  failedText: 'It has been noted. Nothing that you wrote before is lost.',
  retry: 'Try again',
}

export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Linnet</title>
        <main>
          <Failed retry={retry} english={ENGLISH} />
        </main>
      </body>
    </html>
  )
}
