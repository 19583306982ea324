/** Words of looking for a home area. */
export const homeAreaWording = {
  search: '打地名或拼音，如 开江、kj',
  which: '是哪一个？',
  none: '没有这个地名，换个写法试试。',
  chosen: '换一个',
  offline: '网断了，连上再找。',
}
