import { View } from '@tarojs/components'
import { Field } from '../../../components/field'
import { wording } from '../wording'
import type { PartProps } from './basics'
import { freshKey, optionsFrom } from './keys'
import { Rows } from './rows'
import { When } from './when'

const words = wording.edit

/** 情形引导: what is asked, and who is told at once that it is not for them. */
export function Guidance({ draft, change }: PartProps) {
  const questions = draft.guidance ?? []
  return (
    <>
      <Rows
        title={words.guidance}
        note={words.guidanceNote}
        add={words.addQuestion}
        rows={questions}
        nameOf={(q) => q.question}
        fresh={() => ({
          key: freshKey(
            'q',
            questions.map((q) => q.key),
          ),
          question: '',
          options: [],
          when: [],
        })}
        onChange={(guidance) => change({ guidance })}
      >
        {(q, put, at) => (
          <>
            <Field
              label={words.question}
              required
              most={60}
              value={q.question}
              onChange={(question) => put({ question })}
            />
            <Field
              label={words.options}
              required
              type="textarea"
              value={q.options.map((o) => o.label).join('\n')}
              onChange={(text) => put({ options: optionsFrom(text, q.options) })}
            />
            {q.options
              .filter((o) => o.label.trim() !== '')
              .map((option) => (
                <Field
                  key={option.value}
                  label={words.short(option.label)}
                  hint={words.shortHint}
                  most={20}
                  value={option.short ?? ''}
                  onChange={(short) =>
                    put({
                      options: q.options.map((o) =>
                        o.value === option.value ? { ...o, short: short || undefined } : o,
                      ),
                    })
                  }
                />
              ))}
            <Field
              label={words.help}
              most={120}
              value={q.help ?? ''}
              onChange={(help) => put({ help: help || undefined })}
            />
            <When questions={questions.slice(0, at)} value={q.when ?? []} onChange={(when) => put({ when })} />
          </>
        )}
      </Rows>
      <Rows
        title={words.notEligible}
        note={words.notEligibleNote}
        add={words.addNotEligible}
        rows={draft.notEligible ?? []}
        nameOf={(row) => row.why}
        fresh={() => ({ when: [], why: '', goTo: '' })}
        onChange={(notEligible) => change({ notEligible })}
      >
        {(row, put) => (
          <View className="stack">
            <When questions={questions} value={row.when} onChange={(when) => put({ when })} />
            <Field label={words.why} required most={160} value={row.why} onChange={(why) => put({ why })} />
            <Field label={words.goTo} required most={160} value={row.goTo} onChange={(goTo) => put({ goTo })} />
          </View>
        )}
      </Rows>
    </>
  )
}
