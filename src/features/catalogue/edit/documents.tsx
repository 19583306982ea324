import type { RequiredDocument } from '../../../../types/catalogue'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Switch } from '../../../components/switch'
import { documentForms, wording } from '../wording'
import type { PartProps } from './basics'
import { freshKey } from './keys'
import { NumberField } from './number-field'
import { Rows } from './rows'
import { When } from './when'

const words = wording.edit

/** 材料: what is handed in, shown, or looked up, and for which answers. */
export function Documents({ draft, change }: PartProps) {
  const documents = draft.documents ?? []
  return (
    <Rows
      title={words.documents}
      add={words.addDocument}
      rows={documents}
      nameOf={(d) => d.name}
      fresh={() => ({
        key: freshKey(
          'd',
          documents.map((d) => d.key),
        ),
        name: '',
        form: 'electronic' as RequiredDocument['form'],
        when: [],
        deferrable: false,
        reusable: false,
        mostFiles: 6,
      })}
      onChange={(rows) => change({ documents: rows })}
    >
      {(d, put) => (
        <>
          <Field label={words.document} required most={60} value={d.name} onChange={(name) => put({ name })} />
          <Choice
            label={words.form}
            options={(Object.keys(documentForms) as RequiredDocument['form'][]).map((value) => ({
              value,
              words: documentForms[value],
            }))}
            value={d.form}
            onChange={(form) => put({ form })}
          />
          {d.form === 'lookup' ? (
            <Field
              label={words.lookupFrom}
              required
              most={40}
              value={d.lookupFrom ?? ''}
              onChange={(lookupFrom) => put({ lookupFrom: lookupFrom || undefined })}
            />
          ) : (
            <>
              <Field
                label={words.note}
                most={160}
                value={d.note ?? ''}
                onChange={(note) => put({ note: note || undefined })}
              />
              <Field
                label={words.whereToGet}
                most={160}
                value={d.whereToGet ?? ''}
                onChange={(whereToGet) => put({ whereToGet: whereToGet || undefined })}
              />
              <Field
                label={words.sample}
                most={160}
                value={d.sample ?? ''}
                onChange={(sample) => put({ sample: sample || undefined })}
              />
              {d.form === 'electronic' && (
                <NumberField
                  label={words.mostFiles}
                  value={d.mostFiles || undefined}
                  onChange={(mostFiles) => put({ mostFiles: mostFiles ?? 0 })}
                />
              )}
              <Switch label={words.deferrable} on={d.deferrable} onChange={(deferrable) => put({ deferrable })} />
              <Switch label={words.reusable} on={d.reusable} onChange={(reusable) => put({ reusable })} />
            </>
          )}
          <When questions={draft.guidance ?? []} value={d.when} onChange={(when) => put({ when })} />
        </>
      )}
    </Rows>
  )
}
