import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import InvitePage from '../../../src/features/activity/pages/invite/index'
import PosterPage from '../../../src/features/activity/pages/poster/index'
import { card } from '../../../src/features/activity/share/card'
import type { DrawingProps } from '../../../src/features/activity/share/drawing-types'
import { poster } from '../../../src/features/activity/share/poster'
import { breakLines, shorten } from '../../../src/features/activity/share/text'
import { host } from '../doubles/taro'
import { activityOf, answers, asked, ok, refused } from './cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('./cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('./cloud').clientModule)
// jsdom paints nothing: what would be painted is read from the context instead.
jest.mock('../../../src/features/activity/share/drawing', () => ({
  Drawing: ({ label, layout, image, onDrawn }: DrawingProps) => {
    const { useEffect } = jest.requireActual<typeof import('react')>('react')
    useEffect(() => {
      const { ctx } = mockContext()
      layout(ctx, image ? (document.createElement('canvas') as CanvasImageSource) : undefined).paint()
      onDrawn('data:image/png;base64,AAAA')
    }, [])
    return <img alt={label} data-with-code={image !== undefined} />
  },
}))

interface Painted {
  text: string
  x: number
  y: number
  width: number
}

/** A context in which a Chinese character is as wide as its font is high, and a Latin one half of it. */
function mockContext() {
  const texts: Painted[] = []
  const images: number[][] = []
  const size = () => Number(/(\d+)px/.exec(state.font)?.[1] ?? 10)
  const widthOf = (text: string) => [...text].reduce((w, c) => w + (c.charCodeAt(0) < 0x2000 ? 0.55 : 1) * size(), 0)
  const state = {
    font: '10px sans-serif',
    measureText: (text: string) => ({ width: widthOf(text) }),
    fillText: (text: string, x: number, y: number) => void texts.push({ text, x, y, width: widthOf(text) }),
    drawImage: (_image: unknown, ...place: number[]) => void images.push(place),
  }
  const ctx = new Proxy(state, {
    get: (target, key) => (key in target ? target[key as keyof typeof target] : () => undefined),
    set: (target, key, value) => Reflect.set(target, key, value),
  }) as unknown as CanvasRenderingContext2D
  return { ctx, texts, images }
}

describe('lines of a picture', () => {
  const { ctx } = mockContext()
  ctx.font = '10px sans-serif'

  test.each([
    ['邻里之间说说话', 30, 9, ['邻里之', '间说说', '话']],
    ['一起读《乡土》', 60, 9, ['一起读《乡', '土》']],
    ['说吧，好。走', 30, 9, ['说吧，', '好。走']],
    ['到 19:30 结束', 40, 9, ['到', '19:30', '结束']],
    ['邻里之间说说话', 30, 2, ['邻里之', '间说…']],
    ['', 30, 2, []],
  ])('%s, %i wide', (text, width, most, lines) => {
    expect(breakLines(ctx, text, width, most)).toEqual(lines)
  })

  test('what is cut says so', () => {
    expect(shorten(ctx, '柳桥社区居委会', 40)).toBe('柳桥社…')
    expect(shorten(ctx, '柳桥', 40)).toBe('柳桥')
  })
})

describe('a poster', () => {
  const long = activityOf({
    title: '冬日茶话会：加装电梯怎么商量，一楼不同意怎么办，钱怎么分摊才公道合理',
    contactPhone: '0573-88003146',
  })

  test.each([
    ['with a long title', long],
    ['with a short one', activityOf()],
  ])('%s says what, when, where, whom to ask, and nothing runs over the edge', (_name, activity) => {
    const { ctx, texts, images } = mockContext()
    const sheet = poster(ctx, activity, document.createElement('canvas'))
    sheet.paint()
    const all = texts.map(({ text }) => text).join('')
    expect(all).toContain(activity.title.slice(0, 10))
    expect(all).toMatch(/周.\(\d+月\d+日\)\d+:\d\d—\d+:\d\d/)
    expect(all).toContain('社区客厅，柳桥弄 12 号')
    expect(all).toContain('微信扫一扫')
    expect(all).toContain('刘敏')
    for (const { text, x, width } of texts.filter(({ text }) => !['邻里', '帮'].includes(text)))
      expect([text, x + width <= sheet.width - 40]).toEqual([text, true])
    expect(Math.max(...texts.map(({ y }) => y))).toBeLessThan(sheet.height)
    const [[x = 0, y = 0, width = 0, height = 0] = []] = images
    expect([x + width <= sheet.width, y + height <= sheet.height]).toEqual([true, true])
  })

  test('grows with its title', () => {
    const { ctx } = mockContext()
    expect(poster(ctx, long, undefined).height).toBeGreaterThan(poster(ctx, activityOf(), undefined).height)
  })

  test('without a code promises none', () => {
    const { ctx, texts, images } = mockContext()
    poster(ctx, activityOf(), undefined).paint()
    expect(images).toEqual([])
    expect(texts.map(({ text }) => text)).not.toContain('微信扫一扫')
  })
})

test('a share card has the shape that WeChat shows, and fits into it', () => {
  const { ctx, texts } = mockContext()
  const sheet = card(ctx, activityOf({ title: '冬日茶话会：加装电梯怎么商量，一楼不同意怎么办，钱怎么分摊' }))
  sheet.paint()
  expect(sheet.width / sheet.height).toBe(5 / 4)
  for (const { x, y, width } of texts) expect(x + width <= sheet.width && y < sheet.height).toBe(true)
})

describe('the poster page', () => {
  const code = { fileName: 'code.png', mimeType: 'image/png', base64: 'AAAA' }
  beforeEach(() => {
    host.params = { activityId: '7' }
  })

  test('shows the poster with the code and keeps it', async () => {
    answers({ 'activity.detail': () => ok(activityOf()), 'activity.poster': () => ok(code) })
    render(<PosterPage />)
    expect(await screen.findByRole('img', { name: '冬日茶话会 的海报' })).toHaveAttribute('data-with-code', 'true')
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toBe('冬日茶话会.png')
    })
    // The picture is there a moment before what has been drawn can be kept.
    await waitFor(() => expect(screen.getByRole('button', { name: '下载海报' })).toBeEnabled())
    fireEvent.click(screen.getByRole('button', { name: '下载海报' }))
    await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1))
    clicked.mockRestore()
  })

  test('is there without the code while WeChat is away, and says so', async () => {
    answers({
      'activity.detail': () => ok(activityOf()),
      'activity.poster': () => refused({ reason: 'wechatUnavailable' }),
    })
    render(<PosterPage />)
    expect(await screen.findByText(/小程序码暂时拿不到/)).toBeInTheDocument()
    answers({ 'activity.detail': () => ok(activityOf()), 'activity.poster': () => ok(code) })
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    await waitFor(() => expect(screen.getByRole('img')).toHaveAttribute('data-with-code', 'true'))
  })
})

describe('inviting', () => {
  const open = async (changes: Parameters<typeof activityOf>[0]) => {
    host.params = { activityId: '7' }
    answers({
      'activity.detail': () => ok(activityOf(changes)),
      'activity.renewInvitation': () => ok({ inviteCode: 'NEW234' }),
    })
    render(<InvitePage />)
    await screen.findByText('做一张海报')
  }
  const path = () => (host.share()[0] as { path: string }).path

  test('the card carries title, time and picture, and leads to the activity', async () => {
    await open({})
    // The picture is there a moment after the words.
    await waitFor(() =>
      expect(host.share()[0]).toEqual({
        title: expect.stringMatching(/^冬日茶话会｜周.\(/),
        path: '/features/activity/pages/detail/index?activityId=7',
        imageUrl: 'data:image/png;base64,AAAA',
      }),
    )
  })

  test('in a browser the link is copied', async () => {
    await open({})
    fireEvent.click(screen.getByRole('button', { name: '发链接给邻居' }))
    await waitFor(() =>
      expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: expect.stringContaining('activityId=7') }),
    )
  })

  test('whoever runs the activity invites with the link itself, and may end it', async () => {
    await open({ join: 'invited', inviteCode: 'ABC234' })
    expect(path()).toMatch(/invite=ABC234$/)
    expect(screen.getByText('ABC234')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '换一个码' }))
    await waitFor(() => expect(asked('activity.renewInvitation')).toEqual([{ activityId: 7 }]))
    expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ content: expect.stringMatching(/旧码/) }))
  })

  test('everybody else shows the activity, and invites nobody', async () => {
    await open({ join: 'invited' })
    expect(path()).not.toMatch(/invite/)
    expect(screen.getByText(/找主办方要邀请/)).toBeInTheDocument()
  })
})
