import { inWords, type SchemaObject } from '@/components/api-docs/document'
import { Prose } from '@/components/api-docs/prose'
import { Panel } from '@/components/ui/panel'

/** A thing of the API: its fields and what each holds. */
export function Schema({ name, schema }: { name: string; schema: SchemaObject }) {
  const { description, properties = {}, required = [] } = schema
  return (
    <Panel id={`thing-${name}`} aria-labelledby={`thing-${name}-name`} className="flex flex-col gap-2">
      <h3 id={`thing-${name}-name`} className="font-semibold">
        {name}
      </h3>
      {description && (
        <p className="text-ink-muted text-sm">
          <Prose text={description} />
        </p>
      )}
      {Object.keys(properties).length > 0 ? (
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
          {Object.entries(properties).map(([field, value]) => (
            <div key={field} className="contents">
              <dt>
                <code>{required.includes(field) ? field : `${field}?`}</code>
              </dt>
              <dd className="break-words pb-1 text-ink-muted">{inWords(value)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="break-words text-ink-muted text-sm">{inWords(schema)}</p>
      )}
    </Panel>
  )
}
