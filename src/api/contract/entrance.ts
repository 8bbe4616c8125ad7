/** The way in: what answers at the API's own address. */
import { endpoint, z } from './endpoint.js';

export const getEntrance = endpoint('GET /', {
  id: 'getEntrance',
  tag: 'sign-in',
  summary: 'What this is, and where to go from here.',
  access: 'public',
  answers: {
    ok: z
      .object({
        name: z.string(),
        version: z.string(),
        links: z.object({
          docs: z.string(),
          openapi: z.string(),
          signIn: z.string(),
          me: z.string(),
          plans: z.string(),
        }),
      })
      .openapi('Entrance'),
  },
});
