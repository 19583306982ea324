import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import PostsPage from '../../../src/features/hub/pages/posts/index'
import VisitsPage from '../../../src/features/hub/pages/visits/index'
import { answers, asked, ok } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const promise = {
  promiseId: 1,
  words: '换楼道的灯',
  dueOn: '2020-01-05',
  status: 'broken',
  keptOn: null,
  late: true,
  outcome: '',
}

test('who was visited reads when, by which hub, and whether what was promised is done', async () => {
  const kept = {
    ...promise,
    promiseId: 2,
    words: '送药上门',
    status: 'kept',
    keptOn: '2020-01-04',
    late: false,
    outcome: '送到了',
  }
  const visit = { visitId: 5, hubId: 2, hubName: '陈家中心户', visitedOn: '2020-01-02', promises: [promise, kept] }
  answers({ 'hub.visitsToMe': () => ok({ rows: [visit, { ...visit, visitId: 4, promises: [] }] }) })
  render(<VisitsPage />)
  expect(await screen.findByText('换楼道的灯')).toBeInTheDocument()
  expect(screen.getByText('过了周日(1月5日)，还没办')).toBeInTheDocument()
  expect(screen.getByText('周六(1月4日)办好了')).toBeInTheDocument()
  expect(screen.getByText('办的结果：送到了')).toBeInTheDocument()
  expect(screen.getByText('这次没有答应什么')).toBeInTheDocument()
})

test('posts of my township say what for and how to reach them, by kind', async () => {
  const post = {
    ...{
      postId: 7,
      kind: 'vanguard',
      name: '广场先锋岗',
      areaCode: '990101001001',
      areaName: '柳桥社区',
      place: '广场岗亭',
    },
    ...{ duties: '早晚疏导', contactWay: '到岗亭找值班的人', hubId: 2, hubName: '陈家中心户' },
  }
  answers({ 'hub.posts': ({ kind }) => ok({ rows: kind === 'duty' ? [] : [post] }) })
  render(<PostsPage />)
  expect(await screen.findByText('怎么找：到岗亭找值班的人')).toBeInTheDocument()
  fireEvent.click(screen.getByText('也可以找陈家中心户'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/hub/pages/card/index?hubId=2' })
  fireEvent.click(screen.getByRole('tab', { name: '责任区' }))
  expect(await screen.findByText('这里还没有。')).toBeInTheDocument()
  expect(asked('hub.posts')).toEqual([{ areaCode: '990101001' }, { areaCode: '990101001', kind: 'duty' }])
})
