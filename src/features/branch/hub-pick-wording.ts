/** Words of choosing a hub. */
export const hubPickWording = {
  search: '中心户名字、小区',
  again: '换一家',
  near: (minutes: number) => `走路 ${minutes} 分钟`,
  none: '没有找到别的中心户',
}
