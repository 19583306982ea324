import { picture, submit } from '../../factories/applications'
import { itemOf, publishItem } from '../../factories/services'
import { marks } from '../marks'
import type { Scene } from '../scene'

/** Applications of one resident, each about an item of its own: one matter of an item at a time. */
export function caseStages({ cloud, office, resident }: Scene) {
  const { clerk, approver } = office
  const { form } = itemOf()
  const idNumber = { type: 'string' as const, title: '身份证号', maxLength: 18 }
  const typed = { shop: marks.formValue, seats: 8, idNumber: marks.idNumber }
  const photo = async (key: string) => ({ key, fileIds: [await picture(cloud, resident)] })

  const anItem = (reviews: { key: string; department: string }[] = []) =>
    publishItem(cloud, office.admin, { form: { ...form, properties: { ...form.properties, idNumber } }, reviews })

  async function handIn({ itemCode = '', delivery = 'electronic', gas = 'no', later = false }: Wish = {}) {
    const keys = [...(later ? [] : ['health']), 'plan', ...(gas === 'yes' ? ['fire'] : [])]
    const documents = [
      ...(await Promise.all(keys.map(photo))),
      ...(later ? [{ key: 'health', fileIds: [], later }] : []),
    ]
    const post = delivery === 'post' ? { postTo: `${marks.postAddress}，吴桂英` } : {}
    const filled = { form: typed, delivery, answers: { size: 'small', gas }, documents, ...post }
    return (await submit(cloud, resident, itemCode || (await anItem()), filled)).applicationId
  }

  async function take(applicationId: number, who = clerk) {
    const { mine, version } = await cloud.ask(who, 'application.case', { applicationId })
    if (!mine) await cloud.ask(who, 'application.claim', { applicationId, version })
    return applicationId
  }
  const seen = async (applicationId: number) => {
    const { version } = await cloud.ask(clerk, 'application.case', { applicationId })
    return { applicationId, version }
  }

  return {
    anItem,
    handIn,
    seen,
    typed,
    photo,
    /** In the clerk's hands. */
    taken: async (wish?: Wish) => take(await handIn(wish)),
    /** In the approver's hands, to be decided. */
    async inReview(wish?: Wish) {
      const applicationId = await take(await handIn(wish))
      await cloud.ask(clerk, 'application.accept', { cases: [await seen(applicationId)] })
      await cloud.ask(clerk, 'application.startReview', await seen(applicationId))
      return take(applicationId, approver)
    },
  }
}

interface Wish {
  itemCode?: string
  delivery?: 'electronic' | 'post' | 'pickUp'
  gas?: 'yes' | 'no'
  later?: boolean
}
