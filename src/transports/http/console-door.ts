import type { Door } from '../console/door.ts';
import type { Gate } from './authenticate.ts';
import { isProviderOwner, type ProviderPeople } from './provider-people.ts';
import type { SignIn } from './sign-in.ts';

interface DoorOptions {
  readonly signIn: SignIn;
  readonly gate: Gate;
  /** Null: nobody comes in through an identity provider. */
  readonly people: ProviderPeople | null;
}

/** The console's door on this server: its one-time link, the tokens of people, and an identity provider. */
export const consoleDoor = ({ signIn, gate, people }: DoorOptions): Door => ({
  open: gate.open,
  redeem: (code) => signIn.redeem(code),
  enter: async (token) => {
    const owner = await gate.owner(token);
    return owner === null ? null : signIn.session(owner);
  },
  welcome: () => signIn.session(gate.ownOwner),
  person: async (session) => {
    const owner = signIn.ownerOf(session) ?? (gate.open ? gate.ownOwner : null);
    if (owner === null) return null;
    if (!isProviderOwner(owner)) return gate.person(owner);
    const principal = (await people?.person(owner)) ?? null;
    return principal === null ? null : gate.callerOf(principal);
  },
  leave: (session) => {
    people?.forget(signIn.ownerOf(session) ?? '');
    signIn.end(session);
  },
  provider:
    people === null
      ? null
      : {
          name: people.provider,
          begin: (returnTo) => people.begin(returnTo),
          finish: async (address, tie) => {
            const owner = await people.finish(address, tie);
            return owner === null ? null : signIn.session(owner);
          },
        },
});
