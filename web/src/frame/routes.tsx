/** Every address there is; each page is fetched when it is first opened. */
import type { ComponentType } from 'react';
import { createBrowserRouter, type LazyRouteFunction, type RouteObject } from 'react-router';
import { Loading } from '../parts/states';
import { BrokenPage } from './broken-page';
import { Home } from './home';
import { HouseLayout } from './house-layout';
import { NotHere } from './not-here';
import { PlanLayout } from './plan-layout';
import { SessionLayout } from './session-layout';
import { SignInPage } from './sign-in-page';

const page =
  (load: () => Promise<{ readonly Page: ComponentType }>): LazyRouteFunction<RouteObject> =>
  async () => ({ Component: (await load()).Page });

const planPages: RouteObject[] = [
  { index: true, Component: Home },
  { path: 'desk', lazy: page(() => import('../pages/desk')) },
  { path: 'items', lazy: page(() => import('../pages/register')) },
  { path: 'items/:item', lazy: page(() => import('../pages/item')) },
  { path: 'office', lazy: page(() => import('../pages/office')) },
  { path: 'cockpit', lazy: page(() => import('../pages/cockpit')) },
  { path: 'listings', lazy: page(() => import('../pages/listings')) },
  { path: 'sign', lazy: page(() => import('../pages/sign')) },
  { path: 'sign/:item/*', lazy: page(() => import('../pages/sign/one')) },
  { path: 'closings', lazy: page(() => import('../pages/closings')) },
  { path: 'closings/:item', lazy: page(() => import('../pages/closings/one')) },
  { path: 'units', lazy: page(() => import('../pages/units')) },
  { path: 'indicators', lazy: page(() => import('../pages/indicators')) },
  { path: 'documents', lazy: page(() => import('../pages/documents')) },
  { path: 'documents/:document', lazy: page(() => import('../pages/documents/one')) },
  { path: 'forecast', lazy: page(() => import('../pages/forecast')) },
  { path: 'rehearsal', lazy: page(() => import('../pages/rehearsal')) },
  { path: 'inbox', lazy: page(() => import('../pages/inbox')) },
  { path: 'rules', lazy: page(() => import('../pages/rules')) },
  { path: '*', Component: NotHere },
];

const housePages: RouteObject[] = [
  { path: 'admin/people', lazy: page(() => import('../pages/admin/people')) },
  { path: 'admin/import', lazy: page(() => import('../pages/admin/import')) },
  { path: 'admin/health', lazy: page(() => import('../pages/admin/health')) },
  { path: 'admin/outgoing', lazy: page(() => import('../pages/admin/outgoing')) },
  { path: 'me', lazy: page(() => import('../pages/me')) },
  { path: '*', Component: NotHere },
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: Loading,
    children: [
      { path: '/sign-in', Component: SignInPage },
      { path: '/guide/:sheet?', lazy: page(() => import('../pages/guide')) },
      {
        Component: SessionLayout,
        ErrorBoundary: BrokenPage,
        children: [
          { path: '/', Component: Home },
          { path: '/plans/:plan', Component: PlanLayout, children: planPages, ErrorBoundary: BrokenPage },
          { Component: HouseLayout, ErrorBoundary: BrokenPage, children: housePages },
        ],
      },
    ],
  },
]);
