/** Words of a page that has nothing to show yet. */
export const gateWording = {
  needSignIn: '登录后看得到。',
  signIn: '登录',
  offline: '网断了，连上再看。',
  notFound: '没有找到，可能已经不用您去了。',
}
