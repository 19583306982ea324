import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import RatePage from '../../../src/features/activity/pages/rate/index'
import RatingsPage from '../../../src/features/activity/pages/ratings/index'
import ReviewsPage from '../../../src/features/activity/pages/reviews/index'
import { host } from '../doubles/taro'
import { activityOf, answers, asked, ok, refused } from './cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('./cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('./cloud').clientModule)

const at = new Date('2026-11-24T06:20:00Z')
const summary = { count: 3, average: 4.3, byStars: [0, 0, 0, 2, 1] }
const mine = { stars: 3, comment: '王婆家的狗太吵了', commentState: 'hidden', hiddenReason: '和这场活动无关' }
const rows = [{ ratingId: 9, stars: 5, comment: '很热闹', createdAt: at }]

beforeEach(() => {
  host.params = { activityId: '7' }
})

describe('what neighbours say', () => {
  const open = async (ratings: object, allowedActions: ('rate' | 'manage')[] = []) => {
    answers({
      'activity.detail': () => ok(activityOf({ status: 'ended', allowedActions })),
      'activity.ratings': () =>
        ok({ rows: [], summary: { count: 0, average: null, byStars: [0, 0, 0, 0, 0] }, mine: null, ...ratings }),
    })
    render(<RatingsPage />)
    await screen.findByText('冬日茶话会')
  }

  test('the average, how many gave how many, and the words', async () => {
    await open({ rows, summary })
    expect(screen.getByText('4.3')).toBeInTheDocument()
    expect(screen.getByText('3 人评价')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '4 星：2 人' })).toBeInTheDocument()
    expect(screen.getByText('很热闹')).toBeInTheDocument()
    expect(screen.queryByText('我的评价')).not.toBeInTheDocument()
  })

  test('mine stands apart, with what became of it, why, and the way to change it', async () => {
    await open({ rows, summary, mine }, ['rate'])
    expect(screen.getByText('没有贴出来')).toBeInTheDocument()
    expect(screen.getByText(/和这场活动无关/)).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '改一改' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/rate') })
  })

  test('after seven days it can only be read', async () => {
    await open({ rows, summary, mine })
    expect(screen.queryByRole('button', { name: '改一改' })).not.toBeInTheDocument()
  })

  test('nobody rated: one sentence, and the way to be the first', async () => {
    await open({}, ['rate'])
    expect(await screen.findByText('还没有人评价。')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '去评价' })).toBeInTheDocument()
  })

  test('stars without words are not called nothing', async () => {
    await open({ summary })
    expect(await screen.findByText(/只打了分/)).toBeInTheDocument()
  })

  test('the next page comes at the end of this one', async () => {
    let page = 0
    answers({
      'activity.detail': () => ok(activityOf({ status: 'ended' })),
      'activity.ratings': ({ cursor }) => {
        if (cursor === undefined) return ok({ rows, summary, mine: null, nextCursor: 'next' })
        page += 1
        return ok({ rows: [{ ratingId: 8, stars: 4, comment: '第二页', createdAt: at }], summary, mine: null })
      },
    })
    render(<RatingsPage />)
    await screen.findByText('很热闹')
    act(() => void host.reachBottom())
    expect(await screen.findByText('第二页')).toBeInTheDocument()
    expect(screen.getByText('很热闹')).toBeInTheDocument()
    expect(page).toBe(1)
  })
})

describe('rating', () => {
  test('begins with what I gave before', async () => {
    answers({
      'activity.ratings': () => ok({ rows: [], summary, mine }),
      'activity.rate': () => ok({ commentShown: 'no' }),
    })
    render(<RatePage />)
    expect(await screen.findByRole('textbox', { name: /说两句/ })).toHaveValue('王婆家的狗太吵了')
    fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
    await waitFor(() => expect(asked('activity.rate')[0]).toMatchObject({ stars: 3, comment: '王婆家的狗太吵了' }))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: expect.stringMatching(/换个说法/) }),
      ),
    )
  })
})

describe('staff', () => {
  const comment = {
    ratingId: 5,
    activityId: 7,
    title: '云溪老歌会',
    areaName: '柳桥社区',
    stars: 2,
    comment: '主持人讲得太久',
    state: 'inReview',
    why: 'doubtful',
    hiddenReason: null,
    writtenAt: at,
  }
  const open = async (review: () => unknown) => {
    answers({ 'activity.comments': () => ok({ rows: [comment] }), 'activity.reviewComment': review })
    render(<ReviewsPage />)
    await screen.findByText('主持人讲得太久')
  }
  const said = (words: RegExp) =>
    waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
    )

  test('let a comment be shown: exactly the words they saw', async () => {
    await open(() => ok({}))
    expect(screen.getByText('微信拿不准')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '贴出来' }))
    await said(/贴出来了/)
    expect(asked('activity.reviewComment')).toEqual([{ ratingId: 5, writtenAt: at, decision: { show: true } }])
  })

  test('hide one only with a reason, a usual one or their own', async () => {
    await open(() => ok({}))
    fireEvent.click(screen.getByRole('button', { name: '不贴' }))
    const sheet = within(await screen.findByRole('dialog', { name: '为什么不贴？' }))
    expect(sheet.getByRole('button', { name: '不贴' })).toBeDisabled()
    fireEvent.click(sheet.getByRole('radio', { name: '别的原因' }))
    expect(sheet.getByRole('button', { name: '不贴' })).toBeDisabled()
    fireEvent.change(await sheet.findByRole('textbox', { name: '别的原因' }), { target: { value: ' 说的是别的活动 ' } })
    fireEvent.click(sheet.getByRole('button', { name: '不贴' }))
    await said(/已经告诉写的人/)
    expect(asked('activity.reviewComment')[0]).toMatchObject({ decision: { show: false, reason: '说的是别的活动' } })
  })

  test('hear when it was written anew meanwhile', async () => {
    await open(() => refused({ reason: 'writtenAnew' }))
    fireEvent.click(screen.getByRole('button', { name: '贴出来' }))
    await said(/刚刚改过/)
    expect(asked('activity.comments').length).toBeGreaterThan(1)
  })

  test('look up what was decided', async () => {
    await open(() => ok({}))
    fireEvent.click(screen.getByRole('tab', { name: '没贴出来' }))
    await waitFor(() => expect(asked('activity.comments').at(-1)).toMatchObject({ state: 'hidden' }))
  })

  const photo = {
    photoId: 8,
    activityId: 7,
    title: '云溪老歌会',
    areaName: '柳桥社区',
    caption: '大合唱',
    state: 'inReview',
    why: 'unchecked',
    hiddenReason: null,
    addedAt: at,
  }
  const openPhotos = async () => {
    answers({
      'activity.comments': () => ok({ rows: [] }),
      'activity.photosToReview': () => ok({ rows: [photo] }),
      'activity.photo': () => ok({ fileName: '8.png', mimeType: 'image/png', base64: 'AAAA' }),
      'activity.reviewPhoto': () => ok({}),
    })
    render(<ReviewsPage />)
    fireEvent.click(await screen.findByRole('tab', { name: '照片' }))
    await screen.findByText('大合唱')
  }

  test('see the picture itself before it is shown to everybody', async () => {
    await openPhotos()
    expect(asked('activity.photo')).toEqual([{ photoId: 8 }])
    expect(screen.getByText('还没检查过')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '贴出来' }))
    await said(/贴出来了/)
    expect(asked('activity.reviewPhoto')).toEqual([{ photoId: 8, decision: { show: true } }])
  })

  test('hide a picture with a reason of pictures, and whoever added it is told', async () => {
    await openPhotos()
    fireEvent.click(screen.getByRole('button', { name: '不贴' }))
    const sheet = within(await screen.findByRole('dialog', { name: '为什么不贴？' }))
    fireEvent.click(sheet.getByRole('radio', { name: '看得清身份证或门牌' }))
    fireEvent.click(sheet.getByRole('button', { name: '不贴' }))
    await said(/已经告诉加照片的人/)
    expect(asked('activity.reviewPhoto')).toEqual([
      { photoId: 8, decision: { show: false, reason: '看得清身份证或门牌' } },
    ])
  })
})
