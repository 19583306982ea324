import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { CallFailed, client } from '../../../../platform/client'
import { goBack, replaceWith } from '../../../../platform/routes'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useWide } from '../../../../platform/use-wide'
import { Basics, tidied } from '../../edit/basics'
import { Documents } from '../../edit/documents'
import { FormFields } from '../../edit/form-fields'
import { Guidance } from '../../edit/guidance'
import { headingOf } from '../../edit/headings'
import { Office } from '../../edit/office'
import { Outcome } from '../../edit/outcome'
import { Preview } from '../../edit/preview'
import { useItem } from '../../edit/use-item'
import { wording } from '../../wording'
import './index.scss'

const words = wording.edit

/** Staff: one item, all of it in plain fields, beside what residents will see. */
export default function CatalogueItemPage() {
  const { params } = useRouter()
  const itemId = params.itemId ? Number(params.itemId) : undefined
  const work = useItem(itemId)
  const { item, draft, change, code, setCode, touched, seen } = work
  const [busy, setBusy] = useState(false)
  const wide = useWide()

  /** Saves; the id of the item, or undefined when something was in the way (it has been said). */
  const save = async (): Promise<number | undefined> => {
    const answer = await client.catalogue.saveItem({ ...(itemId && { itemId }), code, draft: tidied(draft) })
    if (answer.ok) return answer.value.itemId
    say(words.refusals[answer.refusal.reason])
    return undefined
  }
  const doing = async (task: () => Promise<void>) => {
    setBusy(true)
    try {
      await task()
    } catch (error) {
      const field = error instanceof CallFailed ? error.fields[0] : undefined
      say(field ? `${headingOf(field.path, draft)}：${field.problem}` : wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const shown = async (id: number) => {
    if (itemId === undefined) replaceWith('catalogueItem', { itemId: id })
    else await work.load(id)
  }
  const saveOnly = () =>
    doing(async () => {
      const id = await save()
      if (id === undefined) return
      say(words.saved)
      await shown(id)
    })
  const publish = () =>
    doing(async () => {
      if (!(await confirm(words.publishSure, words.publish))) return
      const id = touched || itemId === undefined ? await save() : itemId
      if (id === undefined) return
      const answer = await client.catalogue.publishItem({ itemId: id })
      say(answer.ok ? words.published(answer.value.version) : words.refusals[answer.refusal.reason])
      await shown(id)
    })
  const withdraw = (id: number) =>
    doing(async () => {
      const sure = item?.publishedVersion === null ? words.deleteSure : words.withdrawSure
      if (!(await confirm(sure, words.withdraw))) return
      const answer = await client.catalogue.withdrawItem({ itemId: id })
      say(answer.ok ? words.withdrawn : words.refusals[answer.refusal.reason])
      if (answer.ok) goBack()
    })

  const state = touched ? words.unsaved : item?.changed ? words.changed : undefined
  const complete = seen !== undefined && seen.problems.length === 0
  const nothingNew = item?.status === 'published' && state === undefined
  const title = itemId === undefined ? words.newTitle : words.title
  if (work.failed)
    return (
      <Shell title={title}>
        <Failed words={work.failed} onAgain={() => itemId && work.load(itemId)} />
      </Shell>
    )
  return (
    <Shell
      wide
      title={title}
      bar={
        <>
          <Button look="secondary" loading={busy} disabled={code === ''} onTap={saveOnly}>
            {words.save}
          </Button>
          <Button block={!wide} loading={busy} disabled={!complete || nothingNew || code === ''} onTap={publish}>
            {words.publish}
          </Button>
        </>
      }
    >
      {itemId !== undefined && !item ? (
        <Skeleton rows={6} />
      ) : (
        <View className="catalogue">
          <View className="stack catalogue__fields">
            <View className="between">
              <Light
                kind={state ? 'soon' : item?.status === 'published' ? 'go' : 'idle'}
                words={state ?? wording.statuses[item?.status ?? 'draft']}
              />
              {item && item.publishedVersion !== null && (
                <View className="t-note">{words.version(item.publishedVersion)}</View>
              )}
            </View>
            <Basics {...{ draft, change, code, setCode }} codeFixed={(item?.publishedVersion ?? null) !== null} />
            <Guidance {...{ draft, change }} />
            <Documents {...{ draft, change }} />
            <FormFields {...{ draft, change }} />
            <Outcome {...{ draft, change }} />
            <Office {...{ draft, change }} />
            {item && item.status !== 'withdrawn' && (
              <Button look="quiet" onTap={() => withdraw(item.itemId)}>
                {words.withdraw}
              </Button>
            )}
          </View>
          <View className="stack catalogue__seen">
            {seen && (
              <Preview
                draft={draft}
                problems={seen.problems}
                guide={seen.guide}
                answers={work.answers}
                onAnswers={work.setAnswers}
              />
            )}
          </View>
        </View>
      )}
    </Shell>
  )
}
