import { Heart } from 'lucide'
import { Ground, SCHEMES } from '@/components/styleguide/ground'
import { Row, Specimens } from '@/components/styleguide/part'
import look from '@/components/styleguide/styleguide.module.css'
import { actLook } from '@/components/tweets/act-look'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { APPEARANCE_CHOICES } from '@/lib/appearance/appearance'

/** Each accent where it is used, in both schemes. */
export function Accents() {
  return (
    <Specimens columns={2}>
      {APPEARANCE_CHOICES.accent.flatMap((accent) =>
        SCHEMES.map((scheme) => (
          <Ground key={`${accent} ${scheme}`} scheme={scheme} accent={accent}>
            <h4 className="mb-3 font-mono text-ink-muted text-sm">
              {accent}, {scheme}
            </h4>
            <Used />
          </Ground>
        )),
      )}
    </Specimens>
  )
}

function Used() {
  return (
    <Row>
      <Button type="button">Tweet</Button>
      <Button type="button" className={look.focused}>
        Focus
      </Button>
      <span className="text-accent underline decoration-accent/40 underline-offset-2">#linnet</span>
      <span className={look.chosen}>Chosen</span>
      <span className={cn(actLook({ on: true }))}>
        <Icon node={Heart} className="size-4.5 fill-current" /> 42
      </span>
    </Row>
  )
}
