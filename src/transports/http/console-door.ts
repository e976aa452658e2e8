import type { Door } from '../console/door.ts';
import type { Gate } from './authenticate.ts';
import type { SignIn } from './sign-in.ts';

interface DoorOptions {
  readonly signIn: SignIn;
  readonly gate: Gate;
}

/** The console's door on this server: its one-time link, and the tokens of people. */
export const consoleDoor = ({ signIn, gate }: DoorOptions): Door => ({
  open: gate.open,
  redeem: (code) => signIn.redeem(code),
  enter: async (token) => {
    const owner = await gate.owner(token);
    return owner === null ? null : signIn.session(owner);
  },
  welcome: () => signIn.session(gate.ownOwner),
  person: async (session) => {
    const owner = signIn.ownerOf(session) ?? (gate.open ? gate.ownOwner : null);
    return owner === null ? null : gate.person(owner);
  },
  leave: (session) => signIn.end(session),
});
