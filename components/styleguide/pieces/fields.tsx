import { Specimen, Specimens } from '@/components/styleguide/part'
import { TextArea, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { IDLE } from '@/lib/http/form'
import { CAST } from '@/lib/testing/cast'

/** Fields of one line and of several. */
export function Fields() {
  return (
    <Specimens columns={2}>
      <Specimen name="TextField, empty">
        <TextField id="field-empty" label="Name" placeholder={CAST.ada.name} />
      </Specimen>
      <Specimen name="with a hint">
        <TextField id="field-hint" label="Username" hint="3 to 20 letters (A to Z), digits or underscores." defaultValue="ines" />
      </Specimen>
      <Specimen name="with an error">
        <TextField id="field-error" label="Email" defaultValue="ada@linnet" error="An address looks like ada@example.org." />
      </Specimen>
      <Specimen name="with a hint and an error, which comes first">
        <TextField
          id="field-both"
          type="password"
          label="Password"
          defaultValue="secret"
          hint="At least 8 characters."
          error="Too short."
        />
      </Specimen>
      <Specimen name="disabled">
        <TextField id="field-disabled" label="Username" defaultValue="ada" disabled />
      </Specimen>
      <Specimen name="written from right to left">
        <TextField id="field-rtl" label="Name" dir="auto" defaultValue={CAST.yusuf.name} />
      </Specimen>
      <Specimen name="TextArea, with a hint">
        <TextArea id="area-hint" label="Bio" hint="At most 160 characters." placeholder="Who are you?" />
      </Specimen>
      <Specimen name="TextArea that grew, with an error">
        <TextArea
          id="area-error"
          label="Bio"
          defaultValue={`${CAST.ines.bio}\n\n${CAST.olek.bio}\n\n${CAST.mei.bio}`}
          error="Too long: at most 160 characters."
        />
      </Specimen>
    </Specimens>
  )
}

/** What came of a form. */
export function Notices() {
  return (
    <Specimens columns={2}>
      <Specimen name="done">
        <Notice state={{ ...IDLE, status: 'done', message: 'Your profile was saved.' }} />
      </Specimen>
      <Specimen name="failed">
        <Notice state={{ ...IDLE, status: 'failed', message: 'This tweet was deleted meanwhile.' }} />
      </Specimen>
      <Specimen name="failed, where fields say why">
        <Notice state={{ ...IDLE, status: 'failed', errors: { name: 'Empty.' }, summary: 'Two fields are not right yet.' }} />
      </Specimen>
      <Specimen name="long">
        <Notice
          state={{
            ...IDLE,
            status: 'failed',
            message: 'That is a lot of tweets in a short time. Wait 40 seconds and send it once more; what you wrote stays where it is.',
          }}
        />
      </Specimen>
    </Specimens>
  )
}
