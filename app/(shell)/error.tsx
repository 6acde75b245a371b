'use client'

import { Failed } from '@/components/layout/failed'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <Failed retry={retry} />
}
