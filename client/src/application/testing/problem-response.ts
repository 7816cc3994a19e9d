/** The relay says no, over HTTP. */
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '@yejibu/shared/wire/problem'

export async function problemResponse(kind: string): Promise<Response> {
  return new Response(JSON.stringify({ type: PROBLEM_TYPE + kind, status: 409, refusal: { kind } }), {
    status: 409,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })
}
