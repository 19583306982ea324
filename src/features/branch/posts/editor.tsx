import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { goBack } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { AreaPick } from '../area/pick'
import { HubPick } from '../hub-pick'
import { PersonPick } from '../hubs/person-pick'
import { useChecked } from '../use-checked'
import { refusalWords, wording } from '../wording'
import { EndPost } from './end'
import { type PostForm, problemsOf, schema, toInput } from './form'
import { postKindOptions, postsWording as words } from './wording'

/** Which field a refusal is about. */
const fieldOf: Partial<Record<string, string>> = {
  outsideYourArea: 'areaCode',
  notAPartyMember: 'holderId',
  consentMissing: 'consentOn',
  noSuchHub: 'hubId',
  nameTaken: 'name',
}

interface EditorProps {
  /** A post that is changed, as it was seen. */
  post: { postId: number; version: number } | undefined
  stored: PostForm
}

/** One post; what is written stays on this device until it is saved. */
export function PostEditor({ post, stored }: EditorProps) {
  const draft = post ? `branch/post/${post.postId}/${post.version}` : 'branch/post/new'
  const [form, set, forget] = useDraft<PostForm>(draft, stored)
  const [busy, setBusy] = useState(false)
  const today = dayKey(new Date())
  const input = toInput(form)
  const checked = useChecked(schema, input, problemsOf(form, today))
  const { problemAt } = checked
  const change = (part: Partial<PostForm>) => {
    checked.touched()
    set(part)
  }
  const text = (field: 'name' | 'place' | 'duties' | 'contactWay') => ({
    required: true,
    value: form[field],
    problem: problemAt(field),
    focus: checked.focus === field,
    onChange: (value: string) => change({ [field]: value }),
    onLeave: () => form[field] !== '' && checked.leave(field),
  })
  const save = async () => {
    if (busy || !checked.check()) return
    setBusy(true)
    try {
      const answer = await client.hub.savePost({ ...input, ...post })
      if (!answer.ok) {
        const field = fieldOf[answer.refusal.reason]
        if (field) checked.refuse({ [field]: refusalWords(answer.refusal) })
        return say(refusalWords(answer.refusal))
      }
      forget()
      say(words.saved)
      goBack()
    } catch (error) {
      if (!checked.take(error)) say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  useKeys({ 'Ctrl+Enter': () => void save() })
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <Choice
            label={words.kind}
            options={postKindOptions}
            value={form.kind}
            onChange={(kind) => change({ kind })}
          />
          <Field label={words.name} most={20} hint={words.nameHint} {...text('name')} />
          <AreaPick
            label={words.area}
            roles={['communityAdmin']}
            value={form.areaCode}
            least={12}
            most={15}
            problem={problemAt('areaCode')}
            onChange={({ areaCode }) => change({ areaCode })}
          />
          <Field label={words.place} most={40} hint={words.placeHint} {...text('place')} />
          <Field label={words.duties} type="textarea" most={300} hint={words.dutiesHint} {...text('duties')} />
          <Field label={words.contactWay} most={60} hint={words.contactWayHint} {...text('contactWay')} />
          <HubPick
            label={words.hub}
            from={null}
            value={form.hub ?? undefined}
            problem={problemAt('hubId')}
            onChange={(hub) => change({ hub: hub ?? null })}
          />
        </View>
      </Card>
      <Section title={words.holderLabel}>
        <Card>
          <View className="stack">
            <View className="t-note">{words.holderNote}</View>
            {form.holder ? (
              <View className="between">
                <View className="t-strong">{form.holder.name}</View>
                <Button look="quiet" size="small" onTap={() => change({ holder: null })}>
                  {words.again}
                </Button>
              </View>
            ) : (
              <PersonPick
                label={words.holderLabel}
                areaCode={form.areaCode}
                members
                except={[]}
                problem={problemAt('holderId')}
                onPick={(holder) => change({ holder })}
              />
            )}
            <DayTime
              label={words.consent}
              kind="date"
              value={form.consentOn}
              placeholder={words.pick}
              problem={problemAt('consentOn')}
              onChange={(consentOn) => change({ consentOn })}
            />
          </View>
        </Card>
      </Section>
      {checked.count > 0 && (
        <View className="t-late" {...roleOf('alert')}>
          {wording.mistakes(checked.count)}
        </View>
      )}
      <Button block loading={busy} onTap={save}>
        {words.save}
      </Button>
      {post && <EndPost postId={post.postId} />}
    </View>
  )
}
