/** The route at the API's own address. */
import { version } from '../../version.js';
import { getEntrance } from '../contract/entrance.js';
import { listPlans } from '../contract/plans.js';
import { getMe, signIn } from '../contract/sign-in.js';
import { basePath, docsPath, openApiPath } from '../paths.js';
import { serve, type Served } from '../serve.js';

const links = {
  docs: docsPath,
  openapi: openApiPath,
  signIn: `${basePath}${signIn.path}`,
  me: `${basePath}${getMe.path}`,
  plans: `${basePath}${listPlans.path}`,
};

const show = serve(getEntrance, () =>
  Promise.resolve({ as: 'ok', body: { name: 'Duzhan 督战', version, links } }),
);

export const entranceRoutes: readonly Served[] = [show];
