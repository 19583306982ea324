import { componentWording } from './components/wording'

const { tabs } = componentWording

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/index', 'pages/inbox/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'features/activity',
      pages: [
        'pages/list/index',
        'pages/detail/index',
        'pages/sign-up/index',
        'pages/result/index',
        'pages/check-in/index',
        'pages/rate/index',
        'pages/console/index',
        'pages/publish/index',
        'pages/publish-preview/index',
        'pages/invite/index',
        'pages/poster/index',
        'pages/ratings/index',
        'pages/reviews/index',
        'pages/managed/index',
        'pages/approvals/index',
      ],
    },
    { root: 'features/catalogue', pages: ['pages/list/index', 'pages/edit/index'] },
    {
      root: 'features/desk',
      pages: [
        'pages/queue/index',
        'pages/case/index',
        'pages/act/index',
        'pages/absences/index',
        'pages/visits/index',
        'pages/board/index',
      ],
    },
    {
      root: 'features/feedback',
      pages: ['pages/list/index', 'pages/send/index', 'pages/detail/index', 'pages/desk/index'],
    },
    {
      root: 'features/service',
      pages: [
        'pages/catalogue/index',
        'pages/item/index',
        'pages/apply/index',
        'pages/applied/index',
        'pages/applications/index',
        'pages/application/index',
        'pages/correct/index',
        'pages/talk/index',
        'pages/visit/index',
        'pages/helper/index',
        'pages/appeal/index',
        'pages/rate/index',
        'pages/check-letter/index',
        'pages/rates/index',
      ],
    },
    {
      root: 'features/people',
      pages: [
        'pages/sign-in/index',
        'pages/home-area/index',
        'pages/privacy/index',
        'pages/data/index',
        'pages/family/index',
        'pages/grants/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '邻里帮',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F7F5F2',
    backgroundColor: '#F7F5F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // A browser gets ours (components/tab-bar).
    custom: process.env.TARO_ENV === 'h5',
    color: '#5A524B',
    selectedColor: '#C8102E',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: tabs.home,
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: tabs.mine,
        iconPath: 'assets/tabs/mine.png',
        selectedIconPath: 'assets/tabs/mine-on.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: tabs.inbox,
        iconPath: 'assets/tabs/inbox.png',
        selectedIconPath: 'assets/tabs/inbox-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: tabs.me,
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-on.png',
      },
    ],
  },
  usingComponents: {
    'van-button': 'vant-weapp/button/index',
    'van-field': 'vant-weapp/field/index',
    'van-popup': 'vant-weapp/popup/index',
    'van-rate': 'vant-weapp/rate/index',
    'van-stepper': 'vant-weapp/stepper/index',
    'van-switch': 'vant-weapp/switch/index',
  },
  lazyCodeLoading: 'requiredComponents',
  permission: { 'scope.userLocation': { desc: '用来算活动离您走路几分钟' } },
})
