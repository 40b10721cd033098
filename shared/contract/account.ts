import { z } from 'zod';

/** What the account screens show and ask: sign-in, what it permits, and where its keys are kept. */

/** A part of Corridor that is turned on by itself, with the permissions it needs. */
export const Part = z.enum([
  'basic',
  'chats',
  'channels',
  'tasks',
  'sending',
  'presence',
  'transcripts',
  'managers',
]);
export type Part = z.infer<typeof Part>;

/** Microsoft's clouds; each has its own sign-in host and Graph root, and a token of one is useless in another. */
export const CloudName = z.enum(['public', 'usGovernment', 'usDefense', 'china']);
export type CloudName = z.infer<typeof CloudName>;

/** Which application signs in, and where. */
export const ClientSettings = z.object({
  /** The application (client) id of the registration: a GUID. */
  clientId: z.guid(),
  /** 'organizations', a tenant id or a domain. */
  tenant: z.string().regex(/^[\w.-]{1,128}$/),
  cloud: CloudName,
});
export type ClientSettings = z.infer<typeof ClientSettings>;

export const ProblemKind = z.enum([
  'adminApproval',
  'refused',
  'wrongTenant',
  'wrongAccount',
  'notAssigned',
  'blockedByPolicy',
  'moreProof',
  'appUnknown',
  'redirectUnknown',
  'publicClientOff',
  'deadline',
  'codeExpired',
  'offline',
  'other',
]);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** Why a sign-in did not come about, in words, and what goes to the administrator where that is the way on. */
export const SignInProblemView = z.object({
  kind: ProblemKind,
  title: z.string(),
  words: z.string(),
  /** "AADSTS90094", to name to a help desk; null when Microsoft gave none. */
  code: z.string().nullable(),
  admin: z.object({ link: z.string(), text: z.string() }).nullable(),
  /** True when the code way may work where the browser did not. */
  codeMayHelp: z.boolean(),
});
export type SignInProblemView = z.infer<typeof SignInProblemView>;

/** Where a sign-in stands. Times are ISO on the desk's clock. */
export const FlowView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('idle') }),
  z.object({ is: z.literal('browser'), until: z.string() }),
  z.object({
    is: z.literal('code'),
    /** Null while Microsoft is asked for one. */
    shown: z.object({ code: z.string(), address: z.string(), until: z.string() }).nullable(),
  }),
  z.object({ is: z.literal('problem'), problem: SignInProblemView }),
]);
export type FlowView = z.infer<typeof FlowView>;

export const PartView = z.object({
  part: Part,
  title: z.string(),
  /** What it is for. */
  about: z.string(),
  permissions: z.array(z.string()),
  state: z.enum(['on', 'off', 'refused', 'needsAdmin']),
  /** How Corridor works as things stand, in words. */
  words: z.string(),
});
export type PartView = z.infer<typeof PartView>;

export const AccountView = z.object({
  key: z.string(),
  name: z.string(),
  address: z.string(),
  active: z.boolean(),
  /** `ended`: Microsoft asks for a new sign-in; `locked`: its keys cannot be read here. */
  state: z.enum(['in', 'offline', 'ended', 'locked']),
  words: z.string(),
  kept: z.enum(['sealed', 'memory', 'none']),
  /** Handoffs that need the person, of this account. */
  count: z.number(),
  parts: z.array(PartView),
});
export type AccountView = z.infer<typeof AccountView>;

/** Where the keys of the sign-in are kept on this computer. */
export const KeyringView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('sealed'), words: z.string() }),
  z.object({ is: z.literal('memory'), words: z.string() }),
  /** A choice is needed before a sign-in can be kept. `held`: an encrypted file waits for its keyring. */
  z.object({ is: z.literal('ask'), words: z.string(), held: z.boolean() }),
]);
export type KeyringView = z.infer<typeof KeyringView>;

export const AccountsView = z.object({
  /** `demo`: the embedded tenant, nobody signs in. */
  mode: z.enum(['demo', 'signIn']),
  client: ClientSettings.nullable(),
  /** `next`: settings that hold from the next start. */
  clientFrom: z.enum(['environment', 'settings', 'demo', 'next']).nullable(),
  accounts: z.array(AccountView),
  flow: FlowView,
  keyring: KeyringView,
  /** ISO on the desk's clock, and how fast that clock runs. */
  now: z.string(),
  speed: z.number(),
});
export type AccountsView = z.infer<typeof AccountsView>;

const key = z.string().regex(/^[0-9a-f]{32}$/);

/** Requests of the account screens; each answers with how things stand after it. */
export const accountRequests = {
  'account/state': { in: z.null(), out: AccountsView },
  /** Opens the sign-in in the browser: `key` null adds an account, `part` also asks for what it needs. */
  'account/signIn': {
    in: z.object({ key: key.nullable(), part: Part.nullable() }),
    out: AccountsView,
  },
  /** The last sign-in once more, by the browser. */
  'account/again': { in: z.null(), out: AccountsView },
  /** The same sign-in with a code to type on any device. */
  'account/useCode': { in: z.null(), out: AccountsView },
  /** Opens the page of the running sign-in once more. */
  'account/openPage': { in: z.null(), out: z.boolean() },
  /** What an error Microsoft showed on its own page means; the text may be pasted whole. */
  'account/explain': { in: z.object({ text: z.string().max(4000) }), out: AccountsView },
  /** Ends the running sign-in, or puts its problem away. */
  'account/cancel': { in: z.null(), out: AccountsView },
  /** The person agrees (or no longer) that keys are kept in memory only until Corridor quits. */
  'account/keepInMemory': { in: z.object({ yes: z.boolean() }), out: AccountsView },
  /** Looks for the keyring once more. */
  'account/tryKeyring': { in: z.null(), out: AccountsView },
  'account/turnOff': { in: z.object({ key, part: Part }), out: AccountsView },
  /** Signs out and removes an account; what was read stays on disk or goes with it. */
  'account/remove': { in: z.object({ key, data: z.enum(['keep', 'delete']) }), out: AccountsView },
  'account/show': { in: z.object({ key }), out: AccountsView },
  'account/copy': { in: z.object({ what: z.enum(['link', 'text', 'code']) }), out: z.boolean() },
  /** Keeps the registration for the next start; null goes back to the demo. */
  'account/configure': { in: ClientSettings.nullable(), out: AccountsView },
  'account/restart': { in: z.null(), out: z.null() },
} as const;

export const accountEvents = { 'account/changed': AccountsView } as const;
