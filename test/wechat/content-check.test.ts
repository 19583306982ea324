import fc from 'fast-check'
import { partsToCheck } from '../../cloud/platform/wechat/content-check'
import { startSandbox, type TestSandbox } from './sandbox'

const path = '/wxa/msg_sec_check'
const openid = 'author-1'

describe('checking a text', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
    await sandbox.client().exchangeCode(`${openid}:start`)
  })
  afterEach(() => sandbox.stop())

  const check = (content: string) => sandbox.client().checkText({ openid, scene: 3, content })

  it.each([
    ['周六一起包饺子', 'pass'],
    ['这里有违规测试字样', 'risky'],
    ['这里有待审测试字样', 'review'],
    ['待审测试和违规测试都有', 'risky'],
  ])('%s: %s', async (content, verdict) => {
    expect(await check(content)).toBe(verdict)
  })

  it('takes no opinion it does not know for a pass', async () => {
    const token = JSON.stringify({ access_token: 't', expires_in: 7200 })
    const odd = JSON.stringify({ errcode: 0, errmsg: 'ok', result: { suggest: 'maybe', label: 100 } })
    const client = sandbox.client({
      fetch: async (input) => new Response(String(input).includes('stable_token') ? token : odd),
    })
    expect(await client.checkText({ openid, scene: 3, content: '你好' })).toBe('review')
  })

  it('takes an answer without an opinion for no check at all', async () => {
    const token = JSON.stringify({ access_token: 't', expires_in: 7200 })
    const client = sandbox.client({
      fetch: async (input) => new Response(String(input).includes('stable_token') ? token : '{"errcode":0}'),
    })
    expect(await client.checkText({ openid, scene: 3, content: '你好' })).toBe('unavailable')
  })

  it('asks nothing about an empty text', async () => {
    const client = sandbox.client()
    expect(await client.checkText({ openid, scene: 3, content: '' })).toBe('pass')
    expect(client.asked).toEqual([])
  })

  it('reads a long text to its end', async () => {
    expect(await check('好'.repeat(9000))).toBe('pass')
    expect(await check(`${'好'.repeat(9000)}违规测试`)).toBe('risky')
    expect(await check(`${'𠮷'.repeat(4000)}待审测试`)).toBe('review')
  })

  it('sees a word that stands across a cut', async () => {
    for (let before = 2497; before <= 2500; before++)
      expect(await check(`${'好'.repeat(before)}违规测试${'好'.repeat(2500)}`)).toBe('risky')
  })

  it.each([{ drop: true }, { errcode: 45009 }, { errcode: 40129 }])(
    'is unavailable, not passed, after %j',
    async (what) => {
      await sandbox.control('faults', { path, times: 1, ...what })
      expect(await check('你好')).toBe('unavailable')
    },
  )

  it('is unavailable for an author who was not here within two hours', async () => {
    const client = sandbox.client()
    sandbox.clock.pass(7_199_999)
    expect(await client.checkText({ openid, scene: 3, content: '你好' })).toBe('pass')
    sandbox.clock.pass(1)
    expect(await client.checkText({ openid, scene: 3, content: '你好' })).toBe('unavailable')
    expect(await client.checkText({ openid: 'stranger', scene: 3, content: '你好' })).toBe('unavailable')
  })

  it('answers as WeChat does, and refuses what WeChat refuses', async () => {
    const token = await sandbox.token()
    const ask = async (change: object) =>
      (await sandbox.post(path, { version: 2, openid, scene: 1, content: '你好', ...change }, token)).body
    expect(await ask({})).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass' }],
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    expect(await ask({ scene: 5 })).toMatchObject({ errcode: 40129 })
    expect(await ask({ openid: 'not an openid' })).toMatchObject({ errcode: 40003 })
    expect(await ask({ openid: 'stranger' })).toMatchObject({ errcode: 61010 })
    expect(await ask({ content: '好'.repeat(2501) })).toMatchObject({ errcode: 47001 })
    expect(await ask({ version: 1 })).toMatchObject({ errcode: 47001 })
  })
})

it('finds the words that a deployment sets instead of the usual ones', async () => {
  const sandbox = await startSandbox({ markers: { risky: ['鞭炮'], review: ['烟花'] } })
  const client = sandbox.client()
  await client.exchangeCode(`${openid}:a`)
  const verdicts = ['鞭炮', '烟花', '违规测试'].map((content) => client.checkText({ openid, scene: 1, content }))
  expect(await Promise.all(verdicts)).toEqual(['risky', 'review', 'pass'])
  await sandbox.stop()
})

describe('the parts of a text', () => {
  const unit = fc.constantFrom('好', 'a', '𠮷', '👍', '\ud83d')
  const text = fc.string({ unit, minLength: 0, maxLength: 9000, size: 'max' })

  it('are each short enough, cut no character in two, and miss nothing', () => {
    fc.assert(
      fc.property(text, (content) => {
        const parts = partsToCheck(content)
        let covered = 0
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(2500)
          const start = covered === 0 ? 0 : content.indexOf(part, Math.max(0, covered - 64))
          expect(start >= 0 && start <= covered).toBe(true)
          expect(cutsPair(content, start) || cutsPair(content, start + part.length)).toBe(false)
          covered = start + part.length
        }
        expect(covered).toBe(content.length)
      }),
      // Shrinking texts this long would take minutes, and the shortest one tells no more.
      { numRuns: 50, endOnFailure: true },
    )
  })

  const cutsPair = (content: string, at: number) => (content.codePointAt(at - 1) ?? 0) > 0xffff
})
