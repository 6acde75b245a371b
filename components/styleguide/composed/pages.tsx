import { Feather } from 'lucide'
import { Lost } from '@/components/layout/lost'
import { PageHeader } from '@/components/layout/page-header'
import { StaleLink } from '@/components/layout/stale-link'
import { Wordmark } from '@/components/layout/wordmark'
import { Failing } from '@/components/styleguide/composed/failing'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** What a page begins with. */
export function PageHeaders() {
  const write = (
    <Button type="button" size="small">
      <Icon node={Feather} className="size-4.5" />
      Write
    </Button>
  )
  return (
    <Specimens columns={2}>
      <Specimen name="a title" flush>
        <PageHeader title="Explore" />
      </Specimen>
      <Specimen name="with a way back" flush>
        <PageHeader title="Tweet" back="/home" />
      </Specimen>
      <Specimen name="with a note and something to do" flush>
        <PageHeader title="Ada Finch" note="128 tweets" back="/home">
          {write}
        </PageHeader>
      </Specimen>
      <Specimen name="with a title that is too long" flush>
        <PageHeader
          title={`#${'dawnchorus'.repeat(10)}`}
          note="1,234,567 tweets and 42 finches, counted on one wire this morning"
          back="/home"
        >
          {write}
        </PageHeader>
      </Specimen>
      <Specimen name="the wordmark">
        <Wordmark />
      </Specimen>
    </Specimens>
  )
}

/** What stands in the place of a page. */
export function Failures() {
  return (
    <Specimens columns={3}>
      <Specimen name="lost" flush>
        <Lost />
      </Specimen>
      <Specimen name="failed" flush>
        <Failing />
      </Specimen>
      <Specimen name="a stale link" flush>
        <StaleLink href="/explore" />
      </Specimen>
    </Specimens>
  )
}
