/** Words of finding somebody. */
export const peopleWording = {
  placeholder: '姓名，或者 11 位手机号',
  none: '没找到。按手机号能找到还不是志愿者的人。',
  again: '换一位',
}
