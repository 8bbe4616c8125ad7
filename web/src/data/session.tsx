/** Who is signed in, and the plan they look at; both are here before any page is. */
import { createContext, useContext } from 'react';
import type { Me, Plan, Role } from './contract';
import type { Pulse } from './pulse';

export interface Session {
  readonly me: Me;
  /** Whose post is used: one's own, or that of whom one acts for. */
  readonly role: Role;
}

/** A plan with its present moment. */
export interface PlanHere {
  readonly plan: Plan;
  readonly pulse: Pulse;
  /** Path of a page of this plan. */
  readonly to: (page: string) => string;
}

const SessionContext = createContext<Session | null>(null);
const PlanContext = createContext<PlanHere | null>(null);

export const SessionProvider = SessionContext.Provider;
export const PlanProvider = PlanContext.Provider;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('asked for the session outside of one');
  return session;
};

export const usePlan = (): PlanHere => {
  const here = useContext(PlanContext);
  if (!here) throw new Error('asked for the plan outside of one');
  return here;
};
