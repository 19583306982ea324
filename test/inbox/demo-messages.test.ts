import { deliverNotice } from '../../cloud/inbox/deliver'
import { tell } from '../../cloud/inbox/tell'
import { inTransaction } from '../../cloud/platform/database'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'

let cloud: TestCloud
let wang: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud({}, { demo: true })
  wang = await cloud.signIn('wang')
})
afterAll(() => cloud.stop())

const demo = (path: string, as: TestPerson | null, body?: object) =>
  fetch(`${cloud.url}/sandbox/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(as ? { 'x-lc-session': as.token } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
const delivered = async (as: TestPerson) =>
  ((await (await demo('messages', as)).json()) as { messages: { page: string; lines: string[] }[] }).messages

/** Their turn comes: the notice, and whatever the queue does with its message. */
async function promote(person: TestPerson, title: string) {
  const facts = { activityId: 7, title, startsAt: new Date('2026-11-27T11:00:00Z') }
  await inTransaction(cloud.sql, (tx) => tell(tx, [{ personId: person.personId, kind: 'signUpPromoted', facts }]))
  const [row] = await cloud.sql<{ id: number }[]>`select max(id) as id from notices`
  await deliverNotice(cloud.sql, cloud.server.services, row?.id ?? 0, new Date())
}
const allow = async (person: TestPerson) => {
  expect((await demo('accept', person, { kinds: ['signUpPromoted'] })).status).toBe(200)
  await cloud.ask(person, 'inbox.recordAcceptance', { kinds: ['signUpPromoted'] })
}

it('has a template for every message, so that a visitor of the demo can be asked', async () => {
  const { rows } = await cloud.ask(null, 'inbox.templates', {})
  expect(rows).toContainEqual({ kind: 'signUpPromoted', templateId: 'sandbox-signUpPromoted' })
})

it('one tap on 允许 is one message, seen by whom it went to and by nobody else', async () => {
  await promote(wang, '没有问过')
  expect(await delivered(wang)).toEqual([])
  await allow(wang)
  await promote(wang, '学剪纸')
  await promote(wang, '第二次没有问')
  expect(await delivered(wang)).toEqual([
    {
      page: 'features/activity/pages/detail/index?activityId=7',
      lines: ['学剪纸', '2026-11-27 19:00', '轮到您了，去不去？'],
    },
  ])
  expect(await delivered(await cloud.signIn('li'))).toEqual([])
  await allow(wang)
  await promote(wang, '老歌会')
  expect((await delivered(wang)).map(({ lines }) => lines[0])).toEqual(['老歌会', '学剪纸'])
})

it('asks who it is, and takes no kind that is none', async () => {
  expect((await demo('messages', null)).status).toBe(401)
  expect((await demo('accept', null, { kinds: ['signUpPromoted'] })).status).toBe(401)
  expect((await demo('accept', wang, { kinds: ['lottery'] })).status).toBe(400)
})

it('does not exist on a server that is not the demo', async () => {
  const plain = await startTestCloud()
  const person = await plain.signIn('wang')
  for (const [path, method] of [
    ['messages', 'GET'],
    ['people', 'GET'],
    ['accept', 'POST'],
  ]) {
    const reply = await fetch(`${plain.url}/sandbox/${path}`, { method, headers: { 'x-lc-session': person.token } })
    expect(reply.status).toBe(404)
  }
  expect((await plain.ask(null, 'inbox.templates', {})).rows).toEqual([])
  await plain.stop()
})
