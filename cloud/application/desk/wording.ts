/** What the desk writes into the history and into notices by itself. */
export const deskWording = {
  form: '填写的内容',
  list: (names: readonly string[]) => names.join('、'),
  later: (names: readonly string[], until: string) => `${names.join('、')}可以 ${until} 前补交`,
  extensionAsked: '申请延期，请审批',
  opinionsIn: '部门意见都回来了',
}
