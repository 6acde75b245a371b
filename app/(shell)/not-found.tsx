import type { Metadata } from 'next'
import { Lost } from '@/components/layout/lost'
import { getWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  // The layout's template is not for pages that are not.
  return { title: { absolute: `${t('notFound')} · Linnet` } }
}

export default function NotFound() {
  return <Lost />
}
