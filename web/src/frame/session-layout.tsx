/** Who is signed in, asked before anything else; nobody = to the sign-in, and back afterwards. */
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Refused } from '../data/client';
import type { Me } from '../data/contract';
import { useConnection } from '../data/pulse';
import { queryClient, useFixed } from '../data/query';
import { SessionProvider } from '../data/session';
import { Failed, Loading } from '../parts/states';

export const SessionLayout = () => {
  const me = useFixed<Me>('/me');
  const location = useLocation();
  const state = useConnection();
  const out = state === 'signed_out' || (me.error instanceof Refused && me.error.problem.status === 401);
  useEffect(() => {
    if (out) queryClient.clear();
  }, [out]);
  if (out)
    return (
      <Navigate
        to="/sign-in"
        replace
        state={{ from: `${location.pathname}${location.search}`, expired: state === 'signed_out' && me.data }}
      />
    );
  if (me.error) return <Failed error={me.error} again={() => void me.refetch()} whole />;
  if (!me.data) return <Loading />;
  const role = (me.data.actingFor ?? me.data.person).role;
  return (
    <SessionProvider value={{ me: me.data, role }}>
      <Outlet />
    </SessionProvider>
  );
};
