import type { Metadata } from 'next'
import { Lost } from '@/components/layout/lost'
import { getWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  return { title: t('notFound') }
}

export default function NotFound() {
  return <Lost />
}
