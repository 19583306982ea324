import type { ActivityDraft } from '../../../types/activity'
import type { feedback } from '../../../types/feedback'
import type { InputOf } from '../../../types/operation'

/** What 柳桥社区 did before today, and what its residents said. */

interface PastActivity {
  daysAgo: number
  hour: number
  hours: number
  guests: number
  /** How many of them do not come. */
  stayAway: number
  wangComes?: true
  words: Pick<ActivityDraft, 'kind' | 'title' | 'body' | 'placeName' | 'address' | 'capacity' | 'host' | 'contactName'>
  ratings: readonly [stars: number, comment: string][]
}

const host = '柳桥社区居委会'

export const pastActivities: readonly PastActivity[] = [
  {
    daysAgo: 12,
    hour: 8,
    hours: 3,
    guests: 8,
    stayAway: 1,
    words: {
      kind: 'service',
      title: '楼道清杂物志愿行动',
      body: '把消防通道让出来。手套口罩社区备好，搬得动多少搬多少。',
      placeName: '3 号楼门口',
      address: '柳桥路 31 号',
      capacity: 12,
      host: '老乡帮帮团',
      contactName: '陈建国',
    },
    ratings: [
      [5, '楼道一下子亮堂了，还认识了对门。'],
      [5, ''],
      [4, '下次早点通知，我把旧柜子也搬下来。'],
    ],
  },
  {
    daysAgo: 6,
    hour: 19,
    hours: 2,
    guests: 9,
    stayAway: 2,
    words: {
      kind: 'tea',
      title: '停车位怎么分茶话会',
      body: '白天空、晚上满，错时停车行不行？带上您的主意。',
      placeName: '社区客厅',
      address: '柳桥路 14 号',
      capacity: 20,
      host,
      contactName: '刘敏',
    },
    ratings: [
      [5, '话都说开了，错时停车先试一个月。'],
      [4, '人多，后排听不大清。'],
      [3, '开到九点有点晚。'],
      [5, ''],
    ],
  },
  {
    daysAgo: 1,
    hour: 14,
    hours: 2,
    guests: 7,
    stayAway: 0,
    wangComes: true,
    words: {
      kind: 'song',
      title: '金秋歌会',
      body: '唱秋天的老歌，会伴奏的带上乐器。',
      placeName: '小广场',
      address: '柳桥路 14 号',
      capacity: 40,
      host,
      contactName: '郑阿姨',
    },
    ratings: [
      [5, '周老师的手风琴真好听。'],
      [5, '好久没这么痛快唱过了。'],
    ],
  },
]

type Said = Omit<InputOf<(typeof feedback)['send']>, 'requestId' | 'areaCode'>

export const pastFeedback: readonly (Said & { daysAgo: number; answer?: string; fromWang?: true })[] = [
  {
    daysAgo: 9,
    kind: 'suggestion',
    about: 'activity',
    anonymous: false,
    fromWang: true,
    words: '老歌会能不能也在晚上办一场？白天要带孙子，走不开。',
    answer: '您说得对。下个月起，每月第二个周五晚上加一场，在社区客厅，暖和。',
  },
  {
    daysAgo: 7,
    kind: 'complaint',
    about: 'service',
    anonymous: true,
    words: '上回去窗口，中午十一点半就不收件了，牌子上写的是十二点。',
    answer: '查了，那天确实提前收了，是我们不对，已经改正。以后十二点前来的都收。',
  },
  {
    daysAgo: 3,
    kind: 'complaint',
    about: 'app',
    anonymous: false,
    words: '长辈模式里上传照片，字还可以再大一点，我妈说看着费眼。',
  },
  {
    daysAgo: 1,
    kind: 'suggestion',
    about: 'activity',
    anonymous: false,
    words: '剪纸课报不上名，能不能多办几场？前面排了好几家。',
  },
]
