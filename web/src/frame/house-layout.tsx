/** Pages of the whole house, which belong to no plan. */
import { Outlet } from 'react-router';
import { Shell } from './shell';

export const HouseLayout = () => (
  <Shell>
    <Outlet />
  </Shell>
);
