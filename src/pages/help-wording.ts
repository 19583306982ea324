/** Words of 志愿匹配 on the four tab pages. */
export const helpWording = {
  entry: '互助',
  entryNote: '请人帮、去帮人',
}
