import type { Chance } from './random'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [
  ...[
    '秀英',
    '桂兰',
    '玉梅',
    '建华',
    '国强',
    '志明',
    '丽娟',
    '晓燕',
    '海涛',
    '文斌',
    '雪梅',
    '春花',
    '永福',
    '金凤',
    '德顺',
  ],
  ...[
    '美玲',
    '俊杰',
    '子涵',
    '雨欣',
    '浩然',
    '梓萱',
    '建平',
    '卫东',
    '红霞',
    '小军',
    '阿珍',
    '水根',
    '月娥',
    '茂林',
    '素芬',
  ],
]

/** A believable name; with so many people some share theirs, as people do. */
export const nameOf = (c: Chance): string => c.pick(surnames) + c.pick(given)
