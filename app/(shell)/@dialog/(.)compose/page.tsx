import { loadCompose } from '@/app/(shell)/compose/load'
import { ComposeDialog } from '@/components/tweets/compose-dialog'
import { Composing, composeTitle } from '@/components/tweets/composing'
import { getWords } from '@/lib/http/look'

/** The page to write, in front of the page where one pressed the link to it. */
export default async function ComposeInFront({ searchParams }: PageProps<'/compose'>) {
  const [composed, t, layout] = await Promise.all([loadCompose(searchParams), getWords('tweets'), getWords('layout')])
  return (
    <ComposeDialog title={t(composeTitle(composed))} close={layout('close')}>
      <Composing {...composed} />
    </ComposeDialog>
  )
}
