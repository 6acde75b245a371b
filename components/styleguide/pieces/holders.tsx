import { Bell, Ellipsis, Flag, Pin, Search, Trash2 } from 'lucide'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Menu, menuItemLook } from '@/components/ui/menu'
import { Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'

const AT = '/styleguide'

/** A menu by an icon and by words; both open. */
export function Menus() {
  return (
    <Specimens columns={2}>
      <Specimen name="opened by an icon">
        <Menu
          id="menu-icon"
          label="More"
          buttonClassName="grid size-touch place-items-center rounded-full text-ink-muted hover:text-accent focus-visible:rounded-full"
          button={<Icon node={Ellipsis} className="size-5" />}
        >
          <Link href={AT} className={menuItemLook()}>
            <Icon node={Pin} className="size-5" />
            Pin to profile
          </Link>
          <Link href={AT} className={menuItemLook()}>
            <Icon node={Flag} className="size-5" />
            Report
          </Link>
          <button type="button" className={menuItemLook('text-danger')}>
            <Icon node={Trash2} className="size-5" />
            Delete
          </button>
        </Menu>
      </Specimen>
      <Specimen name="an item that is longer than the window">
        <Menu
          id="menu-long"
          buttonClassName="min-h-touch rounded-full border border-line-strong px-5 font-semibold hover:bg-surface focus-visible:rounded-full"
          button="Open"
        >
          <Link href={AT} className={menuItemLook()}>
            Follow everybody who has heard the dawn chorus in the valley this morning
          </Link>
          <Link href={AT} className={menuItemLook()}>
            إعادة المحاولة
          </Link>
        </Menu>
      </Specimen>
    </Specimens>
  )
}

/** Tabs, two to four, and with long labels. */
export function TabBars() {
  const tabs = (labels: string[]) => labels.map((label, place) => ({ href: `${AT}/${place}`, label, here: place === 0 }))
  return (
    <Specimens columns={2}>
      <Specimen name="two" flush>
        <Tabs label="Two tabs" tabs={tabs(['Following', 'Everybody'])} />
      </Specimen>
      <Specimen name="four" flush>
        <Tabs label="Four tabs" tabs={tabs(['Tweets', 'Replies', 'Media', 'Likes'])} />
      </Specimen>
      <Specimen name="long words" flush>
        <Tabs label="Tabs of long words" tabs={tabs(['Veröffentlichungen', 'Antworten', 'Lieblingsbeiträge'])} />
      </Specimen>
      <Specimen name="none of them is here" flush>
        <Tabs label="Tabs elsewhere" tabs={tabs(['Latest', 'People']).map((tab) => ({ ...tab, here: false }))} />
      </Specimen>
    </Specimens>
  )
}

/** Boxes beside the main column. */
export function Panels() {
  return (
    <Specimens columns={2}>
      <Specimen name="with room at its edge">
        <Panel aria-label="A panel">
          <h4 className="font-semibold">New to Linnet?</h4>
          <p className="mt-1 text-ink-muted">Sign up to follow people and to say something yourself.</p>
        </Panel>
      </Specimen>
      <Specimen name="flush">
        <Panel aria-label="A flush panel" flush>
          <p className="border-line border-b px-4 py-3 font-semibold">Trending</p>
          <p className="px-4 py-3">#dawnchorus</p>
        </Panel>
      </Specimen>
    </Specimens>
  )
}

/** What stands where there is nothing to show. */
export function EmptyStates() {
  const action = (
    <Button type="button" variant="secondary">
      Explore
    </Button>
  )
  return (
    <Specimens columns={3}>
      <Specimen name="with everything" flush>
        <EmptyState title="No notifications yet" icon={<Icon node={Bell} className="size-10" />} action={action}>
          When somebody likes, answers or follows, you read it here.
        </EmptyState>
      </Specimen>
      <Specimen name="with a title alone" flush>
        <EmptyState title="Nothing to see" />
      </Specimen>
      <Specimen name="with a word without end" flush>
        <EmptyState title={`Nothing for “${'tweet'.repeat(16)}”`} icon={<Icon node={Search} className="size-10" />}>
          Try other words.
        </EmptyState>
      </Specimen>
    </Specimens>
  )
}
