import { Feather, Trash2 } from 'lucide'
import { Row, Specimen, Specimens } from '@/components/styleguide/part'
import look from '@/components/styleguide/styleguide.module.css'
import { Button, buttonLook } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const
const SIZES = ['small', 'medium', 'large'] as const

/** Every variant of a button in every size and state. */
export function Buttons() {
  return (
    <Specimens columns={2}>
      {VARIANTS.map((variant) => (
        <Specimen key={variant} name={variant}>
          <Row>
            {SIZES.map((size) => (
              <Button key={size} type="button" variant={variant} size={size}>
                {size}
              </Button>
            ))}
            <Button type="button" variant={variant} disabled>
              disabled
            </Button>
            <Button type="button" variant={variant} aria-disabled>
              pending
            </Button>
          </Row>
        </Specimen>
      ))}
      <Specimen name="with an icon, size rail, a link that looks like one">
        <Row>
          <Button type="button">
            <Icon node={Feather} className="size-5" />
            Write
          </Button>
          <Button type="button" variant="danger" size="small">
            <Icon node={Trash2} className="size-4.5" />
            Delete
          </Button>
          <span className={look.rail}>
            <Button type="button" size="rail" aria-label="Write">
              <Icon node={Feather} className="size-5" />
            </Button>
          </span>
          <Link href="/explore" className={buttonLook({ variant: 'secondary' })}>
            Explore
          </Link>
        </Row>
      </Specimen>
      <Specimen name="long words, where there is little room">
        <div className="w-64 max-w-full">
          <Row>
            <Button type="button" className="max-w-full">
              <span className="truncate">Benachrichtigungseinstellungen zurücksetzen</span>
            </Button>
            <Button type="button" variant="secondary">
              إعادة المحاولة
            </Button>
          </Row>
        </div>
      </Specimen>
    </Specimens>
  )
}
