import type { FastifyInstance } from 'fastify'
import { NotFound } from '../platform/fault'
import { readMediaVerdict } from '../platform/wechat'
import { pushRoute } from '../platform/wechat/push-route'
import { pictureIsAskedFor } from './address'
import { selectOptionalOpen } from './queries'
import { type MediaDeps, takeVerdict } from './settle'

/** What WeChat's server asks of ours: the picture it is to look at, and a place for its verdict. */
export async function mediaRoutes(app: FastifyInstance, deps: MediaDeps): Promise<void> {
  const { sql, services, subjects } = deps

  app.get<{ Params: { check: string; signature: string } }>('/media/:check/:signature', async ({ params }, reply) => {
    const checkId = Number(params.check)
    if (!Number.isSafeInteger(checkId) || !pictureIsAskedFor(services.keys.media, checkId, params.signature))
      throw new NotFound()
    const check = await selectOptionalOpen(sql, checkId)
    const picture = check && (await subjects[check.subject]?.picture(sql, check.subjectId))
    if (!picture) throw new NotFound()
    return reply.type(picture.mimeType).header('cache-control', 'no-store').send(picture.bytes)
  })

  await app.register(pushRoute, {
    prefix: '/wechat/push',
    wechat: services.wechat,
    log: services.log,
    async onEvent(event) {
      const told = readMediaVerdict(event)
      if (told) await takeVerdict(deps, told)
    },
  })
}
