import { type Described, inWords, type SchemaObject } from '@/components/api-docs/document'
import { Prose } from '@/components/api-docs/prose'
import { Panel } from '@/components/ui/panel'

type Content = { content?: Record<string, { schema?: SchemaObject }>; description?: string }

/** One operation: what it does, who may ask, what goes in and what comes out. */
export function Operation({ path, method, operation }: Described) {
  const parameters = (operation.parameters ?? []).filter((parameter) => 'in' in parameter)
  const body = operation.requestBody as Content | undefined
  const needsSignIn = (operation.security ?? []).length > 0 && !operation.security?.some((way) => Object.keys(way).length === 0)
  return (
    <Panel className="flex flex-col gap-3">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <code className="break-all font-semibold">
          <span className="text-accent">{method.toUpperCase()}</span> {path}
        </code>
        <span className="text-ink-muted">{operation.summary}</span>
      </h3>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_1fr]">
        {needsSignIn && <Row name="Who">somebody signed in</Row>}
        {parameters.map(({ name, in: place, required, schema, description }) => (
          <Row key={`${place} ${name}`} name={place}>
            <code>{required ? name : `${name}?`}</code> {inWords(schema as SchemaObject)}
            {description && (
              <>
                {' '}
                · <Prose text={description} />
              </>
            )}
          </Row>
        ))}
        {body && <Row name="body">{wordsOf(body)}</Row>}
        {Object.entries(operation.responses ?? {}).map(([status, response]) => (
          <Row key={status} name={status}>
            {status < '300' ? wordsOf(response as Content) : <Prose text={(response as Content).description ?? ''} />}
          </Row>
        ))}
      </dl>
    </Panel>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0 break-words pb-1 text-ink-muted">{children}</dd>
    </div>
  )
}

function wordsOf({ content, description }: Content): string {
  const schema = Object.values(content ?? {})[0]?.schema
  return schema ? inWords(schema) : (description ?? '')
}
